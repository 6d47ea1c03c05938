/*
 * commands: the commands of `anjuan`, one file each in pipeline/front/.
 */
#ifndef ANJUAN_COMMANDS_H
#define ANJUAN_COMMANDS_H

#include "stage.h"

extern const StageProgram command_init, command_run, command_score, command_check, command_extract, command_explain, command_status,
    command_diff, command_rebuild, command_seal, command_verify, command_withdraw;

#endif
