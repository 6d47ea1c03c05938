#include "beside.h"

GThread *beside_thread(const char *name, GThreadFunc work, gpointer data)
{
    return g_thread_try_new(name, work, data, NULL);
}

Beside beside_start(const char *name, GThreadFunc work, gpointer data)
{
    GThread *thread = beside_thread(name, work, data);
    return (Beside){thread, thread ? NULL : work(data)};
}

gpointer beside_end(Beside *beside)
{
    if (beside->thread)
        beside->result = g_thread_join(g_steal_pointer(&beside->thread));
    return beside->result;
}

struct Crew {
    GFunc work;
    gpointer data;
    GThreadPool *pool; /* NULL: no thread could be had */
};

Crew *crew_new(GFunc work, gpointer data, int jobs)
{
    Crew *self = g_new(Crew, 1);
    /* Threads of its own: only such a pool says when it has none. */
    *self = (Crew){work, data, g_thread_pool_new(work, data, jobs, TRUE, NULL)};
    if (g_thread_pool_get_num_threads(self->pool) == 0)
        g_thread_pool_free(g_steal_pointer(&self->pool), TRUE, FALSE);
    return self;
}

void crew_push(Crew *self, gpointer task)
{
    if (self->pool)
        g_thread_pool_push(self->pool, task, NULL);
    else
        self->work(task, self->data);
}

void crew_free(Crew *self, bool hurry)
{
    if (!self)
        return;
    if (self->pool)
        g_thread_pool_free(self->pool, hurry, TRUE);
    g_free(self);
}
