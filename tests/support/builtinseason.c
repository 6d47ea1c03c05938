#include "builtinseason.h"

Season *season;

int season_load(void **state)
{
    (void)state;
    season = season_builtin(NULL);
    return season ? 0 : -1;
}

int season_drop(void **state)
{
    (void)state;
    season_free(season);
    return 0;
}
