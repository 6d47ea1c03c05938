#include "checklab.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rec_casefiles.h"
#include "rec_intake.h"
#include "vocabulary.h"

#define FOLDER "tests/unit/check/"

static void add_case(CheckLab *lab, const char *name, Kind kind, const char *number, const char *party,
                     int64_t fine_yuan, const char *date)
{
    UnitCase *file = record_add(lab->unit->casefiles, &unit_case_type);
    file->name = g_strdup(name);
    file->kind = kind;
    file->number = g_strdup(number);
    file->key = g_strdup(number);
    file->party = g_strdup(party);
    file->fine_yuan = decimal_from_int(fine_yuan);
    file->date = day_parse_iso(date);
    file->in_window = season_in_window(lab->season, file->date);
}

static void add_candidate(CheckLab *lab)
{
    UnitCandidate *person = record_add(lab->unit->candidates, &unit_candidate_type);
    person->name = g_strdup("向例同");
    person->path = g_strdup("先进个人/向例同");
    person->certificate = g_strdup("43122201");
    person->story_chars = 906;
    UnitClaim *claim = record_add(person->claims, &unit_claim_type);
    claim->number = g_strdup("沅环罚字〔2016〕9号");
    claim->key = g_strdup("k");
    claim->kind = KIND_DAILY;
    claim->role = ROLE_LEAD;
    claim->place = g_strdup("L2");
    UnitLegal *legal = record_add(lab->unit->legals, &unit_legal_type);
    legal->name = g_strdup("覃例和");
    legal->path = g_strdup("法制先进个人/覃例和");
}

CheckLab *checklab_new(void)
{
    CheckLab *lab = g_new0(CheckLab, 1);
    assert_true(vocabulary_load(NULL));
    lab->season = season_builtin(NULL);
    lab->catalogue = catalogue_read(FOLDER "catalogue.xml", NULL);
    assert_non_null(lab->season);
    assert_non_null(lab->catalogue);
    lab->unit = record_new(&unit_type);
    lab->findings = g_ptr_array_new();
    lab->packages = g_ptr_array_new();
    add_case(lab, "行政处罚案卷1", KIND_PENALTY, "沅环罚字〔2016〕31号", "沅陵县槐安锰业有限公司", 48000,
             "2016-09-28");
    add_case(lab, "行政处罚案卷2", KIND_PENALTY, "沅环罚字〔2016〕12号", "沅陵县镜花砂石有限公司", 30000,
             "2016-07-18");
    add_case(lab, "按日连续处罚案卷", KIND_DAILY, "沅环连罚字〔2016〕1号", "沅陵县南柯页岩砖厂", 1300000,
             "2016-11-03");
    add_candidate(lab);
    IntakePackage *package = record_add(lab->packages, &intake_package_type);
    package->name = g_strdup("沅陵县.zip");
    package->sha256 = g_strnfill(64, 'a');
    lab->report = (CheckReport){.name = "沅陵县环境保护局",
                                .season = lab->season,
                                .catalogue = lab->catalogue,
                                .unit = lab->unit,
                                .findings = lab->findings,
                                .packages = lab->packages};
    return lab;
}

void checklab_free(CheckLab *lab)
{
    record_list_clear(lab->findings, &finding_type);
    record_list_clear(lab->packages, &intake_package_type);
    g_ptr_array_unref(lab->findings);
    g_ptr_array_unref(lab->packages);
    record_free(&unit_type, lab->unit);
    catalogue_free(lab->catalogue);
    season_free(lab->season);
    g_free(lab);
}

Finding *checklab_add(CheckLab *lab, const char *code, const char *casefile, const char *file,
                      const char *place)
{
    return catalogue_add(lab->catalogue, lab->findings, code, NULL, casefile, file, place);
}

void checklab_add_findings(CheckLab *lab)
{
    static const char *const missing[] = {"penalty", "detention", "crime", "enforcement"};
    for (gsize i = 0; i < G_N_ELEMENTS(missing); i++)
        finding_param(checklab_add(lab, "SET-001", NULL, NULL, NULL), "kind", missing[i]);
    Finding *few = checklab_add(lab, "SET-008", NULL, NULL, NULL);
    finding_param(few, "count", "2");
    finding_param(few, "minimum", "3");
    finding_param(checklab_add(lab, "PKG-007", NULL, "沅陵县.zip", NULL), "count", "4");
    finding_param(checklab_add(lab, "SET-006", "行政处罚案卷2", "案卷/行政处罚案卷2/决定书.docx", "P21"),
                  "date", "2016-07-18");
    finding_param(
        checklab_add(lab, "LAW-012", "按日连续处罚案卷", "案卷/按日连续处罚案卷/调查报告.docx", "P6"), "name",
        "石例远");
    checklab_add(lab, "PKG-003", "行政处罚案卷1", "案卷/行政处罚案卷1/证据材料.zip/现场照片.jpg", NULL);
    checklab_add(lab, "PKG-003", "行政处罚案卷1", "案卷/行政处罚案卷1/证据材料.zip/营业执照.pdf", NULL);
    finding_param(checklab_add(lab, "CND-001", NULL, "先进个人/向例同", NULL), "name", "向例同");
    Finding *claim = checklab_add(lab, "CND-005", NULL, "先进个人/向例同/案件清单.docx", "L2");
    finding_param(claim, "name", "向例同");
    finding_param(claim, "number", "沅环罚字〔2016〕9号");
    findings_sort(lab->findings);
}

void checklab_expect(const char *name, const char *found)
{
    g_autofree char *path = g_strconcat(FOLDER, name, NULL), *text = NULL;
    if (g_getenv("CHECKLAB_WRITE"))
        assert_true(g_file_set_contents(path, found, -1, NULL));
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) wanted = g_strsplit(text, "\n", -1), lines = g_strsplit(found, "\n", -1);
    guint count = MIN(g_strv_length(wanted), g_strv_length(lines));
    for (guint i = 0; i < count; i++)
        if (!g_str_equal(wanted[i], lines[i]))
            fail_msg("%s line %u\nexpected %s\nfound    %s", name, i + 1, wanted[i], lines[i]);
    assert_int_equal(g_strv_length(wanted), g_strv_length(lines));
}
