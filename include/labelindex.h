/*
 * labelindex: the labels of forms, by how they are spelt.
 *
 * A few hundred rules spell more than fifteen thousand labels (局{长|领导}{意见|批示}), of which one document meets a handful.
 * So the index keeps the rules by the character that a label begins with, and spells them out when the first label
 * that begins so is asked for.  Rules are added by one thread; any number of them may find labels afterwards.
 */
#ifndef ANJUAN_LABELINDEX_H
#define ANJUAN_LABELINDEX_H

#include "extractrules.h"

/* An index of no labels; free with labelindex_free(), which takes NULL. */
LabelIndex *labelindex_new(void);
void labelindex_free(LabelIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LabelIndex, labelindex_free)

/* Adds all labels that SPELT stands for, which is squeezed (matchtext_squeeze()); each means what OF says, but for its
 * rule, which is its own. */
void labelindex_add(LabelIndex *index, const LabelRule *of, const char *spelt);

/* What NAME means, squeezed and reworded (extractrules_label()): LabelRule, in the order in which they were added.  NULL
 * when it is no label.  The index owns it. */
GPtrArray *labelindex_find(const LabelIndex *index, const char *name);

#endif
