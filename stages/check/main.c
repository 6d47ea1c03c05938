/* anjuan-check: one unit's records → findings.xml and unit.xml (SPEC 5, 7). */
#include <string.h>

#include "beside.h"
#include "check.h"
#include "continued.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"
#include "program.h"
#include "recordlater.h"
#include "stage.h"

static char *season_path, *profile_path, *tables_path, *intake_path, *unit_id, *rules_path, *output;

static const GOptionEntry options[] = {STAGE_PATH("season", &season_path), STAGE_PATH("profile", &profile_path), STAGE_PATH("tables", &tables_path), STAGE_PATH("intake", &intake_path),
                                       STAGE_WORD("unit", &unit_id),       STAGE_PATH("rules", &rules_path),   STAGE_OUTPUT(&output),
                                       {NULL}};

/* All that a run reads, and what of it the records name. */
typedef struct {
    Season *season;
    CheckRules *rules;
    Catalogue *catalogue;
    Slice *slice;
    Intake *intake;
    Inventory *inventory;
    Scans *scans;
    Casefiles *casefiles;
    GPtrArray *made_from;
    Beside digesting; /* of the scans; its end fills in … */
    guint scans_at;   /* … this entry of made_from */
    char scans_digest[65];
} Inputs;

static gpointer read_record(Inputs *inputs, const RecordType *type, const char *name, const char *path, GError **error)
{
    gpointer record = record_read(type, path, error);
    if (!record)
        return NULL;
    char hex[65];
    record_digest(type, record, hex);
    made_from_add(inputs->made_from, name, hex);
    return record;
}

static gpointer digest_scans(gpointer data)
{
    Inputs *inputs = data;
    record_digest(&scans_type, inputs->scans, inputs->scans_digest);
    return NULL;
}

/* The scans with their thumbnails are the longest record by far: they are digested while they are checked. */
static gboolean take_scans(Inputs *inputs, RecordLater *later, GError **error)
{
    inputs->scans = recordlater_take(later, NULL, error);
    if (!inputs->scans)
        return FALSE;
    inputs->scans_at = inputs->made_from->len;
    made_from_add(inputs->made_from, "scans", "");
    inputs->digesting = beside_start("digest", digest_scans, inputs);
    return TRUE;
}

static void name_scans(Inputs *inputs)
{
    MadeFrom *made = inputs->made_from->pdata[inputs->scans_at];
    beside_end(&inputs->digesting);
    g_free(made->sha256);
    made->sha256 = g_strdup(inputs->scans_digest);
}

static gpointer take_record(Inputs *inputs, RecordLater *later, const char *name, GError **error)
{
    char hex[65];
    gpointer record = recordlater_take(later, hex, error);
    if (record)
        made_from_add(inputs->made_from, name, hex);
    return record;
}

static gboolean read_rules(Inputs *inputs, GError **error)
{
    char hex[65];
    inputs->season = season_read(season_path, error);
    if (!inputs->season)
        return FALSE;
    g_autofree char *list = rules_path ? g_build_filename(rules_path, "findings.xml", NULL) : NULL;
    inputs->rules = check_rules_read(rules_path, inputs->season->law, error);
    inputs->catalogue = inputs->rules ? catalogue_read(list, error) : NULL;
    if (!inputs->catalogue || !catalogue_set_levels(inputs->catalogue, profile_path, error))
        return FALSE;
    season_digest_part(inputs->season, SEASON_FOR_CHECK, hex);
    made_from_add(inputs->made_from, "season", hex);
    made_from_add(inputs->made_from, "law", inputs->rules->digest);
    catalogue_digest(inputs->catalogue, hex);
    made_from_add(inputs->made_from, "catalogue", hex);
    return TRUE;
}

static gboolean read_tables(Inputs *inputs, GError **error)
{
    if (tables_path && !(inputs->slice = read_record(inputs, &slice_type, "slice", tables_path, error)))
        return FALSE;
    if (inputs->slice && unit_id && strcmp(unit_id, inputs->slice->unit->id) != 0)
        return fault_input(error, FAULT_USAGE, tr("--unit %s 与 %s 的单位 %s 不一致", "--unit %s is not the unit of %s (%s)"), unit_id, tables_path,
                           inputs->slice->unit->id);
    if (inputs->slice && !unit_id)
        unit_id = g_strdup(inputs->slice->unit->id);
    return !intake_path || (inputs->intake = record_read(&intake_type, intake_path, error)) != NULL;
}

static gboolean inputs_read(Inputs *inputs, char **arguments, GError **error)
{
    g_autoptr(RecordLater) scans = recordlater_new_awaited(&scans_type, arguments[1], false, STAGE_SOME_INPUTS);
    g_autoptr(RecordLater) casefiles = recordlater_new_awaited(&casefiles_type, arguments[2], true, STAGE_ALL_INPUTS);
    bool ruled = read_rules(inputs, error);
    stage_await(STAGE_ALL_INPUTS);
    bool read = ruled && read_tables(inputs, error) &&
                (inputs->inventory = read_record(inputs, &inventory_type, "inventory", arguments[0],
                                                 error)) &&
                take_scans(inputs, scans, error) &&
                (inputs->casefiles = take_record(inputs, casefiles, "casefiles", error));
    if (read)
        casefiles_join_continued(inputs->casefiles);
    else
        beside_end(&inputs->digesting);
    return read;
}

static const IntakeUnit *intake_of(Inputs *inputs)
{
    const IntakeUnit *intake = inputs->intake && unit_id ? intake_unit(inputs->intake, unit_id) : NULL;
    char hex[65];
    if (intake) {
        check_intake_digest(intake, hex);
        made_from_add(inputs->made_from, "intake", hex);
    }
    return intake;
}

static void copy_made_from(const GPtrArray *from, GPtrArray *to)
{
    for (guint i = 0; i < from->len; i++) {
        const MadeFrom *made = from->pdata[i];
        made_from_add(to, made->name, made->sha256);
    }
}

static gboolean write_records(const Inputs *inputs, Findings *findings, UnitRecord *unit, GError **error)
{
    g_autofree char *findings_path = g_build_filename(output, "findings.xml", NULL), *unit_path = g_build_filename(output, "unit.xml", NULL);
    findings->program = g_strdup(program_digest);
    unit->program = g_strdup(program_digest);
    copy_made_from(inputs->made_from, findings->made_from);
    copy_made_from(inputs->made_from, unit->made_from);
    return file_make_folder(output, error) && record_write(&findings_type, findings, findings_path, error) &&
           record_write(&unit_type, unit, unit_path, error);
}

static int run(char **arguments, GError **error)
{
    if (!stage_need(season_path, "--season", error) || !stage_need(output, "-o", error))
        return EXIT_USAGE;
    static Inputs inputs; /* to the end of the process, as by stage_leave() */
    inputs.made_from = g_ptr_array_new();
    if (!inputs_read(&inputs, arguments, error))
        return EXIT_INPUT;
    Findings *findings = NULL;
    UnitRecord *unit = NULL;
    CheckInput input = {.season = inputs.season, .rules = inputs.rules, .catalogue = inputs.catalogue, .unit = unit_id, .slice = inputs.slice,
                        .intake = intake_of(&inputs), .inventory = inputs.inventory, .scans = inputs.scans, .casefiles = inputs.casefiles};
    check_run(&input, &findings, &unit);
    name_scans(&inputs);
    gboolean ok = write_records(&inputs, findings, unit, error);
    stage_leave(findings);
    stage_leave(unit);
    return ok ? EXIT_DONE : EXIT_IO;
}

static const StageProgram program = {
    .name = "anjuan-check",
    .help_zh = "用法：anjuan-check --season 活动规则文件 [--tables 单位表] [--intake intake.xml] [--unit 单位编号] -o 目录 inventory.xml scans.xml casefiles.xml\n"
               "\n"
               "核对一个单位报送的材料，写出 目录/findings.xml（检查结果）和 目录/unit.xml（评分所需的全部数据）。\n"
               "\n"
               "  --season 文件    活动规则\n"
               "  --profile 文件   检查项目级别文件 profile.xml；不给时按检查项目表\n"
               "  --tables 文件    anjuan-tables 写出的该单位的表；不给时，需要表的检查列为未检查（PKG-020）\n"
               "  --intake 文件    收件记录；不给时，不判断材料是否迟交\n"
               "  --unit 编号      单位编号；不给时取自 --tables\n"
               "  --rules 目录     规则目录；不给时用安装的规则\n"
               "  -o 目录          结果目录\n"
               "  --private 目录   写在该目录中的文件很快就删除，不强制落盘\n"
               "  --await          先读规则，从标准输入读到两个字节后再读其他文件；供 anjuan check 提前启动\n"
               "  --lang zh|en     提示的语言\n"
               "  --help           显示本说明\n"
               "  --version        显示版本\n"
               "\n"
               "退出状态：0 完成；2 用法错误；3 某个输入不能使用；74 磁盘故障。\n",
    .help_en = "Usage: anjuan-check --season FILE [--tables SLICE] [--intake intake.xml] [--unit ID] -o DIR inventory.xml scans.xml casefiles.xml\n"
               "\n"
               "Checks what one unit handed in and writes DIR/findings.xml (what was found) and DIR/unit.xml (all that scoring needs).\n"
               "\n"
               "  --season FILE    the season's rules\n"
               "  --profile FILE   levels of findings, profile.xml; otherwise those of the catalogue\n"
               "  --tables SLICE   the unit's slice of the tables, from anjuan-tables; without it, checks that need tables are listed as\n"
               "                   not checked (PKG-020)\n"
               "  --intake FILE    the record of receipts; without it, lateness is not judged\n"
               "  --unit ID        the unit; otherwise that of the slice\n"
               "  --rules DIR      folder of rules; otherwise the installed ones\n"
               "  -o DIR           folder of the results\n"
               "  --private DIR    what is written there is thrown away soon: flush nothing to the disk\n"
               "  --await          read the rules, and the rest only after two bytes on standard input: started ahead by anjuan check\n"
               "  --lang zh|en     language of messages\n"
               "  --help           show this text\n"
               "  --version        show the version\n"
               "\n"
               "Exit status: 0 done; 2 wrong usage; 3 an input cannot be used; 74 disk fault.\n",
    .options = options,
    .arguments_min = 3,
    .arguments_max = 3,
    .run = run,
};

int main(int argc, char **argv)
{
    return stage_main(argc, argv, &program);
}
