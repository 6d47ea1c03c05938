#include "window.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "fault.h"
#include "lang.h"

Window window_of_memory(const void *bytes, size_t length)
{
    return (Window){.fd = -1, .bytes = bytes, .start = 0, .length = length};
}

Window window_of_file(int fd, uint64_t start, uint64_t length)
{
    return (Window){.fd = fd, .bytes = NULL, .start = start, .length = length};
}

Window window_part(const Window *window, uint64_t start, uint64_t length)
{
    Window part = *window;
    start = MIN(start, window->length);
    part.start += start;
    part.length = MIN(length, window->length - start);
    return part;
}

static gssize read_file(const Window *window, uint64_t at, uint8_t *buffer, size_t size, GError **error)
{
    size_t have = 0;
    while (have < size) {
        ssize_t got = pread(window->fd, buffer + have, size - have, (off_t)(window->start + at + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            fault_system(error, errno, "%s", tr("读取文件出错", "error reading a file"));
            return -1;
        }
        if (got == 0)
            break;
        have += (size_t)got;
    }
    return (gssize)have;
}

gssize window_read_some(const Window *window, uint64_t at, void *buffer, size_t size, GError **error)
{
    if (at >= window->length)
        return 0;
    size = (size_t)MIN((uint64_t)size, window->length - at);
    if (window->fd >= 0)
        return read_file(window, at, buffer, size, error);
    if (size > 0)
        memcpy(buffer, window->bytes + window->start + at, size);
    return (gssize)size;
}

gboolean window_read(const Window *window, uint64_t at, void *buffer, size_t size, GError **error)
{
    gssize got = window_read_some(window, at, buffer, size, error);
    if (got < 0)
        return FALSE;
    if ((size_t)got == size)
        return TRUE;
    return fault_input(error, FAULT_DAMAGED, "%s", tr("内容不完整，提前结束", "the content ends too early"));
}
