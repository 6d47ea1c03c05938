#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/landlock.h>
#include <seccomp.h>

#include <glib.h>

#include "lang.h"
#include "underwatch.h"

/* From ABI 2 on files may be renamed between folders, which the store does; older kernels (before 5.19) go
 * without. */
#define LANDLOCK_ABI_MIN 2
#define LANDLOCK_ABI_TRUNCATE 3
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ull << 14)
#endif

#define FILE_READ LANDLOCK_ACCESS_FS_READ_FILE
#define FILE_WRITE (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE)
#define FOLDER_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define FOLDER_WRITE                                                                                \
    (FOLDER_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |                    \
     LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
     LANDLOCK_ACCESS_FS_REFER)
#define ALL_RIGHTS                                                                                 \
    (FOLDER_WRITE | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR |                    \
     LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | \
     LANDLOCK_ACCESS_FS_MAKE_SYM)

static void allow_path(int ruleset, const char *path, uint64_t file_rights, uint64_t folder_rights)
{
    int fd = open(path, O_PATH | O_CLOEXEC);
    struct stat info;
    if (fd < 0)
        return;
    if (fstat(fd, &info) == 0) {
        struct landlock_path_beneath_attr rule = {
            .allowed_access = S_ISDIR(info.st_mode) ? folder_rights : file_rights,
            .parent_fd = fd,
        };
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(fd);
}

static bool enter_landlock(const char *const *read_paths, const char *const *write_paths)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < LANDLOCK_ABI_MIN)
        return false;
    uint64_t truncate = abi >= LANDLOCK_ABI_TRUNCATE ? LANDLOCK_ACCESS_FS_TRUNCATE : 0;
    struct landlock_ruleset_attr attributes = {.handled_access_fs = ALL_RIGHTS | truncate};
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (ruleset < 0)
        return false;
    for (; read_paths && *read_paths; read_paths++)
        allow_path(ruleset, *read_paths, FILE_READ, FOLDER_READ);
    for (; write_paths && *write_paths; write_paths++)
        allow_path(ruleset, *write_paths, FILE_WRITE | truncate, FOLDER_WRITE | truncate);
    bool ok =
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return ok;
}

/* Starting programs, network, looking into other processes, and the ways around a filter. */
static const int forbidden[] = {
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(socket),
    SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
    SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kcmp), SCMP_SYS(pidfd_getfd),
    SCMP_SYS(io_uring_setup), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(mount), SCMP_SYS(umount2),
    SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(kexec_load),
};

static bool enter_seccomp(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    bool ok = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (size_t i = 0; ok && i < G_N_ELEMENTS(forbidden); i++)
        ok = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), forbidden[i], 0) == 0;
    ok = ok && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return ok;
}

SandboxState sandbox_enter(const char *const *read_paths, const char *const *write_paths)
{
    if (under_watch())
        return SANDBOX_OFF;
    bool landlock = enter_landlock(read_paths, write_paths);
    bool seccomp = enter_seccomp();
    return landlock && seccomp ? SANDBOX_ON : landlock || seccomp ? SANDBOX_PARTIAL : SANDBOX_MISSING;
}

void sandbox_say(SandboxState state, const char *program)
{
    if (state == SANDBOX_ON || g_getenv("ANJUAN_SANDBOX_SAID"))
        return;
    const char *what =
        state == SANDBOX_OFF ? tr("沙箱已按要求关闭", "the sandbox is switched off as asked")
        : state == SANDBOX_PARTIAL
            ? tr("本机内核只支持部分沙箱功能（Landlock 或 seccomp），处理照常进行",
                 "the kernel has only one of Landlock and seccomp; work goes on without the other")
            : tr("本机内核不支持沙箱（Landlock、seccomp），处理照常进行",
                 "the kernel has neither Landlock nor seccomp; work goes on without a sandbox");
    fprintf(stderr, "%s: %s\n", program, what);
}
