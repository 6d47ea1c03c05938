#include <string.h>

#include "beside.h"
#include "catalogue.h"
#include "digest.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "score_alternatives.h"
#include "score_change.h"
#include "score_model.h"
#include "stage.h"

static char *season_path, *profile_path, *tables_path, *intake_path, *previous_path, *sealed_note, *output_path;
static gboolean alternatives;

static const GOptionEntry options[] = {
    STAGE_PATH("season", &season_path), STAGE_PATH("tables", &tables_path),
    STAGE_PATH("intake", &intake_path), STAGE_PATH("previous", &previous_path),
    STAGE_WORD("sealed", &sealed_note), STAGE_FLAG("alternatives", &alternatives),
    STAGE_PATH("profile", &profile_path), STAGE_OUTPUT(&output_path), {NULL}};

static const char help_zh[] =
    "用法：anjuan-score --season 活动规则文件 --tables tables.xml -o scores.xml [unit.xml…]\n"
    "由各单位的 unit.xml 和基础数据表计算全部得分、名次和奖项，每个数字都附推导过程；不打开任何材料包。\n"
    "\n"
    "  --season 文件     活动规则文件 season.xml\n"
    "  --profile 文件    检查项目级别文件 profile.xml；不给时按检查项目表\n"
    "  --tables 文件     anjuan-tables 写出的 tables.xml\n"
    "  --intake 文件     intake.xml；其中处理失败的单位记为评审未完\n"
    "  --previous 文件   上一次的 scores.xml；写出与它相比的变化及原因\n"
    "  --sealed 说明     状态一律为已审定；说明是谁在何时审定\n"
    "  --alternatives    逐项试算暂定规则的其他取法，写出名次、奖项会怎样变\n"
    "  -o, --output 文件 写到哪里\n"
    "      --private 目录 写在该目录中的文件很快就删除，不强制落盘\n"
    "      --lang zh|en  提示信息的语言\n"
    "      --help, --version\n"
    "\n"
    "units 表中有而没有给出 unit.xml 的单位按未报送处理。\n"
    "退出状态：0 完成；2 用法错误；3 输入不能用；74 读写失败。\n";

static const char help_en[] =
    "usage: anjuan-score --season FILE --tables tables.xml -o scores.xml [unit.xml...]\n"
    "Makes every figure, rank and award from the units' records and the reference tables, each with its\n"
    "derivation; opens no package.\n"
    "\n"
    "  --season FILE     the season file\n"
    "  --profile FILE    levels of findings, profile.xml; otherwise those of the catalogue\n"
    "  --tables FILE     tables.xml as anjuan-tables writes it\n"
    "  --intake FILE     intake.xml; units that a stage failed on are not completely reviewed\n"
    "  --previous FILE   an earlier scores.xml; what changed since, and why, is written too\n"
    "  --sealed TEXT     the state of review is 已审定 throughout; TEXT says who decided so, and when\n"
    "  --alternatives    try every assumed value another way, and write which ranks and awards would change\n"
    "  -o, --output FILE where to write\n"
    "      --private DIR what is written there is thrown away soon: flush nothing to the disk\n"
    "      --lang zh|en  language of messages\n"
    "      --help, --version\n"
    "\n"
    "A unit of the units table without a unit.xml counts as not handed in.\n"
    "exit status: 0 done; 2 wrong usage; 3 an input cannot be used; 74 reading or writing failed.\n";

typedef struct {
    Season *season;
    Catalogue *catalogue;
    Tables *tables;
    SortedTables *sorted;
    Intake *intake;
    Scores *previous;
    GPtrArray *units;     /* UnitRecord */
    GPtrArray *made_from; /* MadeFrom, of the unit records */
} Inputs;

/* Reads a record and notes its digest under NAME, or under the unit's id when NAME is NULL. */
static gpointer read_input(const RecordType *type, const char *path, const char *name, GPtrArray *made_from,
                           GError **error)
{
    char hex[DIGEST_HEX + 1];
    g_autoptr(FileView) view = file_view(path, RECORD_BYTES_MAX, error);
    gpointer record = view ? record_parse_stored(type, view->data, view->size, path, error) : NULL;
    if (!record)
        return NULL;
    digest_bytes(view->data, view->size, hex);
    made_from_add(made_from, name ? name : ((const UnitRecord *)record)->id, hex);
    return record;
}

static int compare_made_from(gconstpointer left, gconstpointer right)
{
    const MadeFrom *a = *(MadeFrom *const *)left, *b = *(MadeFrom *const *)right;
    return g_strcmp0(a->name, b->name);
}

/* A unit's record has its rows of the tables and the rules of checking in it, its inventory what it handed in alone: only that tells
 * whether its own material changed. */
static void note_material(GPtrArray *made_from, const UnitRecord *record)
{
    g_autofree char *name = score_material_name(record->id);
    for (guint i = 0; i < record->made_from->len; i++) {
        const MadeFrom *from = record->made_from->pdata[i];
        if (strcmp(from->name, "inventory") == 0)
            made_from_add(made_from, name, from->sha256);
    }
}

/* The units' records are read beside the tables, which with their sorting take as long. */
typedef struct {
    char **paths;
    GPtrArray *units, *made_from;
    GError *fault;
} UnitReading;

static gpointer read_units(gpointer data)
{
    UnitReading *reading = data;
    for (char **path = reading->paths; *path && !reading->fault; path++) {
        UnitRecord *record = read_input(&unit_type, *path, NULL, reading->made_from, &reading->fault);
        if (!record)
            break;
        g_ptr_array_add(reading->units, record);
        note_material(reading->made_from, record);
    }
    return NULL;
}

static gboolean read_tables_and_units(Inputs *in, char **unit_paths, GError **error)
{
    UnitReading reading = {.paths = unit_paths, .units = in->units, .made_from = g_ptr_array_new()};
    Beside beside = beside_start("units", read_units, &reading);
    in->tables = read_input(&tables_type, tables_path, "tables", in->made_from, error);
    in->sorted = in->tables ? sorted_tables_new(in->tables) : NULL;
    beside_end(&beside);
    g_ptr_array_extend_and_steal(in->made_from, reading.made_from);
    if (!in->tables)
        g_clear_error(&reading.fault); /* one is enough */
    else if (reading.fault)
        g_propagate_error(error, reading.fault);
    return in->tables && !reading.fault;
}

static gboolean read_inputs(Inputs *in, char **unit_paths, GError **error)
{
    char hex[DIGEST_HEX + 1];
    in->season = season_read(season_path, error);
    if (!in->season)
        return FALSE;
    season_digest_part(in->season, SEASON_FOR_ALL, hex);
    made_from_add(in->made_from, "season", hex);
    in->catalogue = catalogue_read(NULL, error);
    if (!in->catalogue || !catalogue_set_levels(in->catalogue, profile_path, error))
        return FALSE;
    catalogue_digest(in->catalogue, hex);
    made_from_add(in->made_from, "findings", hex);
    if (!read_tables_and_units(in, unit_paths, error))
        return FALSE;
    if (intake_path && !(in->intake = read_input(&intake_type, intake_path, "intake", in->made_from, error)))
        return FALSE;
    if (previous_path &&
        !(in->previous = read_input(&scores_type, previous_path, "previous", in->made_from, error)))
        return FALSE;
    g_ptr_array_sort(in->made_from, compare_made_from); /* the order of arguments is no input */
    return TRUE;
}

/* A person found these results to be the official ones: that is no input of any figure, and is said after all are made (SPEC 8.10). */
static void seal(Scores *scores)
{
    scores->sealed = g_strdup(sealed_note);
    for (guint i = 0; i < scores->units->len; i++)
        ((ScoreUnit *)scores->units->pdata[i])->review = REVIEW_SEALED;
    for (guint i = 0; i < scores->people->len; i++)
        ((ScorePerson *)scores->people->pdata[i])->review = REVIEW_SEALED;
    for (guint i = 0; i < scores->legals->len; i++)
        ((ScoreLegal *)scores->legals->pdata[i])->review = REVIEW_SEALED;
}

/* What was compared and found the same left nothing in the record: a run published again has the bytes of the first (SPEC 5.5). */
static void forget_previous(GPtrArray *made_from)
{
    for (guint i = made_from->len; i-- > 0;)
        if (strcmp(((const MadeFrom *)made_from->pdata[i])->name, "previous") == 0)
            record_free(&made_from_type, g_ptr_array_remove_index(made_from, i));
}

static void compare(Scores *scores, const Scores *previous)
{
    scores->against_seal = previous->sealed != NULL;
    score_changes(scores, previous);
    if (scores->changes->len == 0 && !scores->against_seal)
        forget_previous(scores->made_from);
}

static Scores *score(const Inputs *in, GError **error)
{
    const ScoreInputs inputs = {in->season, in->tables, in->intake, in->units, in->catalogue, in->sorted};
    Scores *scores = score_all(&inputs, error);
    for (guint i = 0; scores && i < in->made_from->len; i++) {
        const MadeFrom *from = in->made_from->pdata[i];
        made_from_add(scores->made_from, from->name, from->sha256);
    }
    if (scores && alternatives && !score_alternatives(&inputs, scores, error))
        return NULL;
    if (scores && sealed_note)
        seal(scores);
    if (scores && in->previous)
        compare(scores, in->previous);
    return scores;
}

static int run(char **arguments, GError **error)
{
    if (!stage_need(season_path, "--season", error) || !stage_need(tables_path, "--tables", error) ||
        !stage_need(output_path, "-o", error))
        return EXIT_USAGE;
    Inputs *in = g_new0(Inputs, 1);
    in->units = g_ptr_array_new();
    in->made_from = g_ptr_array_new();
    stage_leave(in);
    Scores *scores = read_inputs(in, arguments, error) ? score(in, error) : NULL;
    stage_leave(scores);
    gboolean ok = scores && record_write(&scores_type, scores, output_path, error);
    return ok ? EXIT_DONE : EXIT_INPUT;
}

int main(int argc, char **argv)
{
    static const StageProgram program = {.name = "anjuan-score",
                                         .help_zh = help_zh,
                                         .help_en = help_en,
                                         .options = options,
                                         .arguments_max = -1,
                                         .run = run};
    return stage_main(argc, argv, &program);
}
