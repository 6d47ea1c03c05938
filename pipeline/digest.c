#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "bytes.h"
#include "fault.h"
#include "fileio.h"
#include "lang.h"

struct Digest {
    EVP_MD_CTX *context;
};

/* What the machine's settings say of libcrypto changes no digest, and its table of old names of algorithms serves
 * none: making either ready takes longer than most digests. */
static void init_library(void)
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ADD_ALL_CIPHERS |
                            OPENSSL_INIT_NO_ADD_ALL_DIGESTS,
                        NULL);
}

/* Fetched once: EVP_sha256() would look the algorithm up in its provider at every start. */
static const EVP_MD *sha256(void)
{
    static gsize once;
    if (g_once_init_enter(&once)) {
        init_library();
        EVP_MD *fetched = EVP_MD_fetch(NULL, "SHA256", NULL);
        g_assert(fetched);
        g_once_init_leave(&once, (gsize)fetched);
    }
    return (const EVP_MD *)once;
}

static void digest_start(Digest *self)
{
    int ok = EVP_DigestInit_ex(self->context, sha256(), NULL);
    g_assert(ok == 1);
}

Digest *digest_new(void)
{
    Digest *self = g_new(Digest, 1);
    self->context = EVP_MD_CTX_new();
    g_assert(self->context);
    digest_start(self);
    return self;
}

void digest_update(Digest *self, const void *data, size_t size)
{
    int ok = EVP_DigestUpdate(self->context, data, size);
    g_assert(ok == 1);
}

void digest_finish(Digest *self, char hex[DIGEST_HEX + 1])
{
    unsigned char raw[DIGEST_HEX / 2];
    int ok = EVP_DigestFinal_ex(self->context, raw, NULL);
    g_assert(ok == 1);
    bytes_hex(raw, sizeof raw, hex);
    digest_start(self);
}

void digest_free(Digest *self)
{
    if (!self)
        return;
    EVP_MD_CTX_free(self->context);
    g_free(self);
}

void digest_bytes(const void *data, size_t size, char hex[DIGEST_HEX + 1])
{
    g_autoptr(Digest) digest = digest_new();
    digest_update(digest, data, size);
    digest_finish(digest, hex);
}

/* A pipe put where a file should be must not keep a night's run waiting for somebody to write into it. */
static int open_regular(const char *path, GError **error)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        fault_system(error, errno, tr("无法打开 %s", "cannot open %s"), path);
        return -1;
    }
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
        return fd;
    close(fd);
    fault_system(error, 0, tr("%s 不是普通文件", "%s is not a regular file"), path);
    return -1;
}

gboolean digest_file(const char *path, char hex[DIGEST_HEX + 1], GError **error)
{
    int fd = open_regular(path, error);
    if (fd < 0)
        return FALSE;
    g_autoptr(Digest) digest = digest_new();
    g_autofree char *buffer = g_malloc(1 << 16);
    ssize_t got;
    while ((got = read(fd, buffer, 1 << 16)) > 0)
        digest_update(digest, buffer, (size_t)got);
    int problem = got < 0 ? errno : 0;
    close(fd);
    if (problem)
        return fault_system(error, problem, tr("读取 %s 出错", "error reading %s"), path);
    digest_finish(digest, hex);
    return TRUE;
}

gboolean digest_folder(const char *path, char hex[DIGEST_HEX + 1], GError **error)
{
    g_autoptr(GPtrArray) files = file_list_below(path, error);
    if (!files)
        return FALSE;
    g_autoptr(Digest) digest = digest_new();
    for (guint i = 0; i < files->len; i++) {
        const char *name = files->pdata[i];
        g_autofree char *full = g_build_filename(path, name, NULL);
        char one[DIGEST_HEX + 1];
        if (!digest_file(full, one, error))
            return FALSE;
        digest_update(digest, name, strlen(name) + 1);
        digest_update(digest, one, sizeof one);
    }
    digest_finish(digest, hex);
    return TRUE;
}

bool digest_is_valid(const char *hex)
{
    return hex && strlen(hex) == DIGEST_HEX && strspn(hex, "0123456789abcdef") == DIGEST_HEX;
}

/* ---- codes under a secret key ---- */

struct Mac {
    EVP_MAC_CTX *context;
};

void mac_key_make(MacKey *key)
{
    ssize_t got = getrandom(key->bytes, sizeof key->bytes, 0);
    g_assert(got == (ssize_t)sizeof key->bytes); /* never less for so few bytes */
}

bool mac_key_parse(const char *hex, MacKey *key)
{
    if (!digest_is_valid(hex)) /* as many digits as a digest */
        return false;
    for (size_t i = 0; i < sizeof key->bytes; i++) {
        int high = g_ascii_xdigit_value(hex[2 * i]), low = g_ascii_xdigit_value(hex[2 * i + 1]);
        key->bytes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

void mac_key_format(const MacKey *key, char hex[MAC_KEY_HEX + 1])
{
    bytes_hex(key->bytes, sizeof key->bytes, hex);
}

static EVP_MAC *gmac(void)
{
    static gsize once;
    if (g_once_init_enter(&once)) {
        init_library();
        EVP_MAC *fetched = EVP_MAC_fetch(NULL, "GMAC", NULL);
        g_assert(fetched);
        g_once_init_leave(&once, (gsize)fetched);
    }
    return (EVP_MAC *)once;
}

Mac *mac_new(const MacKey *key)
{
    uint8_t nonce[12] = {0}; /* the codes are secret, so that one nonce serves all */
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, (char *)"AES-256-GCM", 0),
        OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_IV, nonce, sizeof nonce),
        OSSL_PARAM_construct_end()};
    Mac *self = g_new(Mac, 1);
    self->context = EVP_MAC_CTX_new(gmac());
    g_assert(self->context);
    int ok = EVP_MAC_init(self->context, key->bytes, sizeof key->bytes, params);
    g_assert(ok == 1);
    return self;
}

void mac_update(Mac *self, const void *data, size_t size)
{
    int ok = EVP_MAC_update(self->context, data, size);
    g_assert(ok == 1);
}

void mac_finish(Mac *self, char hex[MAC_HEX + 1])
{
    uint8_t raw[MAC_HEX / 2];
    size_t got;
    int ok = EVP_MAC_final(self->context, raw, &got, sizeof raw);
    g_assert(ok == 1 && got == sizeof raw);
    bytes_hex(raw, sizeof raw, hex);
}

void mac_free(Mac *self)
{
    if (!self)
        return;
    EVP_MAC_CTX_free(self->context);
    g_free(self);
}
