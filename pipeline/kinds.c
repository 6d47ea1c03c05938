#include "kinds.h"

#include <string.h>

const char *const kind_ids[] = {"",          "penalty", "seizure",     "restriction", "daily",
                                "detention", "crime",   "enforcement", "audit",       NULL};

static const char *const printed[KIND_COUNT] = {
    "", "行政处罚", "查封扣押", "限产停产", "按日计罚", "移送行政拘留", "涉嫌犯罪移送", "申请强制执行", "稽查"};

static const char *const english[KIND_COUNT] = {"",
                                                "administrative penalty",
                                                "seizure",
                                                "restriction or suspension of production",
                                                "daily penalty",
                                                "transfer for detention",
                                                "transfer as suspected crime",
                                                "court enforcement",
                                                "audit"};

const char *kind_printed(Kind kind)
{
    return printed[kind];
}

const char *kind_english(Kind kind)
{
    return english[kind];
}

Kind kind_from_id(const char *id)
{
    for (int kind = KIND_PENALTY; kind < KIND_COUNT; kind++)
        if (strcmp(kind_ids[kind], id) == 0)
            return (Kind)kind;
    return KIND_NONE;
}

bool kind_is_major(Kind kind)
{
    return kind == KIND_SEIZURE || kind == KIND_RESTRICTION || kind == KIND_DAILY || kind == KIND_CRIME || kind == KIND_DETENTION;
}
