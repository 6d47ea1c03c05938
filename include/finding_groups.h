/*
 * finding_groups: findings in the order in which people correct them: by case file and candidate, the most
 * costly first.  `check` and the pages of a run show the same groups.  What is said of a candidate's copy of a
 * case file in the words that are said of the case file itself stands with that, even where a copy with fewer papers shows less
 * clearly which one is in error.
 */
#ifndef ANJUAN_FINDING_GROUPS_H
#define ANJUAN_FINDING_GROUPS_H

#include "catalogue.h"
#include "rec_unit.h"

/* Findings that belong together: of one case file, of one candidate, or of the package as a whole. */
typedef struct {
    const char *casefile; /* 案卷 name; NULL */
    const char *person;   /* name of a candidate; NULL */
    GPtrArray *findings;  /* worst and dearest first */
    int level, cost;
    int64_t weight;
} FindingGroup;

/* The findings in groups, the most costly first: by worst level, then by what that can cost (catalogue.h),
 * then by how much there is; equal ones in natural order of name.  Free with g_ptr_array_unref. */
GPtrArray *finding_groups(const Catalogue *catalogue, const UnitRecord *unit, const GPtrArray *findings);
/* True when FINDING says of a candidate's copy of a case file what ORIGINAL says of the case file: the same but for
 * the folder, or the same of one place in one paper but for what the papers beside it tell; both stand in one group. */
bool finding_is_of_copy(const Finding *finding, const Finding *original);
/* The path of the folder of the case file that FINDING is about; NULL for none.  Caller frees. */
char *finding_casefile_folder(const Finding *finding);
/* "案卷 甲", "候选人 张三", "整个材料包", names in display form.  Caller frees. */
char *finding_group_title(const FindingGroup *group);

#endif
