#include "docx_names.h"

#include <stdlib.h>
#include <string.h>

#include "docx_parts.h"

typedef struct {
    const char *name;
    DocxElement element;
} Named;

/* In byte order, for bsearch. */
static const Named word_names[] = {
    {"br", EL_BR},           {"cellDel", EL_CELL_DELETED}, {"cr", EL_CR},         {"del", EL_DEL},
    {"delText", EL_DEL_TEXT}, {"endnote", EL_ENDNOTE},     {"fldChar", EL_FIELD_CHAR}, {"footnote", EL_FOOTNOTE},
    {"gridBefore", EL_GRID_BEFORE}, {"gridSpan", EL_GRID_SPAN}, {"ilvl", EL_ILVL}, {"ins", EL_INS},
    {"instrText", EL_INSTR}, {"jc", EL_JC},                {"moveFrom", EL_MOVE_FROM}, {"moveTo", EL_MOVE_TO},
    {"noBreakHyphen", EL_NO_BREAK_HYPHEN}, {"numId", EL_NUM_ID}, {"p", EL_P},     {"pPr", EL_PPR},
    {"pPrChange", EL_CHANGE}, {"pStyle", EL_PSTYLE},       {"pageBreakBefore", EL_PAGE_BREAK}, {"ptab", EL_PTAB},
    {"r", EL_R},             {"rPr", EL_RPR},              {"rPrChange", EL_CHANGE}, {"rStyle", EL_RSTYLE},
    {"rt", EL_RT},           {"sectPr", EL_SECT},          {"sectPrChange", EL_CHANGE}, {"sym", EL_SYM},
    {"sz", EL_SIZE},         {"t", EL_T},                  {"tab", EL_TAB},       {"tbl", EL_TABLE},
    {"tblGridChange", EL_CHANGE}, {"tblPrChange", EL_CHANGE}, {"tblPrExChange", EL_CHANGE}, {"tc", EL_TC},
    {"tcPrChange", EL_CHANGE}, {"tr", EL_TR},              {"trPr", EL_TRPR},     {"trPrChange", EL_CHANGE},
    {"txbxContent", EL_TXBX}, {"vMerge", EL_VMERGE},       {"vanish", EL_VANISH}};

static int compare_names(const void *key, const void *entry)
{
    return strcmp(key, ((const Named *)entry)->name);
}

DocxElement docx_element(const char *ns, const char *name)
{
    if (docx_is_word(ns)) {
        const Named *found = bsearch(name, word_names, G_N_ELEMENTS(word_names), sizeof word_names[0], compare_names);
        return found ? found->element : EL_OTHER;
    }
    if (strcmp(ns, "http://schemas.openxmlformats.org/markup-compatibility/2006") == 0)
        return strcmp(name, "AlternateContent") == 0 ? EL_ALTERNATE
               : strcmp(name, "Choice") == 0         ? EL_CHOICE
               : strcmp(name, "Fallback") == 0       ? EL_FALLBACK
                                                     : EL_OTHER;
    if (strcmp(name, "t") == 0 && strstr(ns, "/math"))
        return EL_MATH_TEXT;
    return EL_OTHER;
}
