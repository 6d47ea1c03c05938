/* Which firms the papers of a case file speak of (private to anjuan-check). */
#ifndef NAMEDBODIES_H
#define NAMEDBODIES_H

#include "submission.h"

/* What the papers in FILES (SubFile, borrowed) name.  Free with namedbodies_free, which takes NULL. */
typedef struct NamedBodies NamedBodies;
NamedBodies *namedbodies_new(const GPtrArray *files);
void namedbodies_free(NamedBodies *bodies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NamedBodies, namedbodies_free)

/* True when a paper in another file than FILE may speak of the firm NAME, which is told from OTHER by its letters; also when it cannot be
 * told from it. */
bool namedbodies_elsewhere(const NamedBodies *bodies, const char *name, const char *other, const SubFile *file);
/* True when NAMED, a value of named-body, has the name of the firm PARTY whole, remarks in brackets apart. */
bool namedbodies_has(const Field *named, const Field *party);
/* As namedbodies_elsewhere, of the papers in FILE. */
bool namedbodies_in_file(const SubFile *file, const char *name, const char *other);

/* True when TEXT, folded, has something by which NAME is told from OTHER; also when nothing tells them apart. */
bool namedbodies_tell(const char *text, const char *name, const char *other);
/* True when two letters of NAME on end stand in OTHER, the place that both begin with and what firms end in apart. */
bool namedbodies_alike(const char *name, const char *other);

#endif
