/* EXT-002, items: how many papers the letter of transfer, the list of them with its rows, and the receipt of the police tell. */
#include "findingcases.h"

#define LETTER "案卷/犯罪1/移送书.docx"
#define LIST "案卷/犯罪1/清单.docx"
#define RECEIPT "案卷/犯罪1/回执.docx"

/* A list of the letter, reports and photographs, of which there are four; each with QUANTITY (NULL: no such column). */
static void rows(Submitted *s, const char *quantity, const char *of_photographs)
{
    static const char *const papers[] = {"移送书", "案件调查报告", "现场检查笔录", "监测报告", "现场照片"};
    for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
        const char *many = i == G_N_ELEMENTS(papers) - 1 ? of_photographs : quantity;
        g_autofree char *row = g_strdup_printf("%u|%s", i + 1, many ? many : "");
        quote_field(add_field(the_document(s, LIST), "row-listed", row), papers[i]);
    }
}

static void told(Submitted *s, const char *path, const char *id, const char *count, const char *sentence)
{
    set_field(s, path, id, count);
    g_autofree char *quote = g_strdup_printf("%s%s", sentence, count);
    quote_field(the_field(s, path, id), quote);
}

static void letter(Submitted *s, const char *count) { told(s, LETTER, "items-annexed", count, "附：移送材料共"); }
static void list(Submitted *s, const char *count) { told(s, LIST, "items-listed", count, "以上材料共"); }
static void received(Submitted *s, const char *count, const char *sentence)
{
    told(s, RECEIPT, "items-received", count, sentence);
}

static void letter_with(Submitted *s, const char *count)
{
    rows(s, "1份", "4张");
    letter(s, count);
}
static void list_with(Submitted *s, const char *count)
{
    rows(s, "1份", "4张");
    list(s, count);
}

/* ---- the rows ---- */

static void letter_of_seven(Submitted *s) { letter_with(s, "7项"); }
static void letter_of_five(Submitted *s) { letter_with(s, "五项"); }
static void letter_without_itself(Submitted *s) { letter_with(s, "4项"); }
static void letter_of_three(Submitted *s) { letter_with(s, "3项"); }
static void letter_with_the_list(Submitted *s)
{
    rows(s, "1份", "4张");
    told(s, LETTER, "items-annexed", "6项", "附：移送材料清单及材料共");
}
static void letter_of_pieces_of_two_copies(Submitted *s)
{
    rows(s, "2份", "4张");
    letter(s, "12份");
}
static void letter_of_pieces(Submitted *s) { letter_with(s, "12份"); }
static void letter_of_pieces_without_quantities(Submitted *s)
{
    rows(s, NULL, NULL);
    letter(s, "12份");
}
static void numbers_that_leave_one_out(Submitted *s)
{
    letter_of_seven(s);
    add_field(the_document(s, LIST), "row-listed", "7|1份");
}
static void list_of_six(Submitted *s) { list_with(s, "6项"); }
static void list_of_five(Submitted *s) { list_with(s, "5项"); }
static void list_of_six_pieces(Submitted *s) { list_with(s, "6份"); }
static void list_of_four_pieces(Submitted *s) { list_with(s, "4份"); }
static void list_of_eight_pieces(Submitted *s) { list_with(s, "8份"); }
static void list_of_six_without_itself(Submitted *s) { list_with(s, "4项"); }

/* ---- the receipt ---- */

static void received_three(Submitted *s)
{
    letter_of_five(s);
    received(s, "3项", "收到你局移送的材料共");
}
static void received_five(Submitted *s)
{
    letter_of_five(s);
    received(s, "5项", "收到你局移送的材料共");
}
static void received_without_the_letter(Submitted *s)
{
    letter_of_five(s);
    received(s, "4项", "收到你局移送书及材料共");
}
static void received_without_a_word_of_the_letter(Submitted *s)
{
    letter_of_five(s);
    received(s, "4项", "收到你局移送的材料共");
}
static void received_of_a_list(Submitted *s)
{
    list(s, "5份");
    received(s, "7份", "收到你局移送的材料共");
}
static void received_with_letter_and_list(Submitted *s)
{
    list(s, "5份");
    received(s, "7份", "收到你局移送书、清单及材料共");
}
static void received_in_another_measure(Submitted *s)
{
    list(s, "5项");
    received(s, "7份", "收到你局移送的材料共");
}
static void received_twice(Submitted *s)
{
    received_three(s);
    put_document(s, "案卷/犯罪1/公安回执2.docx", "police-receipt", "agency", "沅陵县公安局", NULL);
}

static const FindingCase cases[] = {
    RAISED("EXT-002", "items-rows", letter_of_seven, letter_of_five),
    RAISED("EXT-002", "items-rows", letter_of_three, letter_without_itself),
    RAISED("EXT-002", "items-rows", letter_of_seven, letter_with_the_list),
    RAISED("EXT-002", "items-rows", letter_of_pieces, letter_of_pieces_of_two_copies),
    RAISED("EXT-002", "items-rows", letter_of_pieces, letter_of_pieces_without_quantities),
    RAISED("EXT-002", "items-rows", letter_of_seven, numbers_that_leave_one_out),
    RAISED("EXT-002", "items-own", list_of_six, list_of_five),
    RAISED("EXT-002", "items-own", list_of_six_without_itself, list_of_five),
    RAISED("EXT-002", "items-own", list_of_six_pieces, list_of_four_pieces),
    RAISED("EXT-002", "items-own", list_of_six_pieces, list_of_eight_pieces),
    RAISED("EXT-002", "items", received_three, received_five),
    RAISED("EXT-002", "items", received_without_a_word_of_the_letter, received_without_the_letter),
    RAISED("EXT-002", "items", received_of_a_list, received_with_letter_and_list),
    RAISED("EXT-002", "items", received_of_a_list, received_in_another_measure),
    RAISED("EXT-002", "items", received_three, received_twice),
};

int main(void)
{
    return finding_cases_run("transferitems", cases, G_N_ELEMENTS(cases));
}
