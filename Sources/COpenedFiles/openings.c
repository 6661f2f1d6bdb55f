// The functions of the C library that open files, each in front of the C library's own.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <fts.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>

#include "next.h"
#include "observer.h"

/// Whether a third argument follows: the permissions of a new file.
static int takes_mode(int flags) { return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE; }

static int reported(int folder, const char *path, int descriptor) {
    report_opening(folder, path, descriptor);
    return descriptor;
}

#define MODE(flags)                     \
    mode_t mode = 0;                    \
    if (takes_mode(flags)) {            \
        va_list arguments;              \
        va_start(arguments, flags);     \
        mode = va_arg(arguments, mode_t); \
        va_end(arguments);              \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return reported(AT_FDCWD, path, NEXT(open)(path, flags, mode));
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    return reported(AT_FDCWD, path, NEXT(open64)(path, flags, mode));
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return reported(folder, path, NEXT(openat)(folder, path, flags, mode));
}

int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return reported(folder, path, NEXT(openat64)(folder, path, flags, mode));
}

// What `open` becomes in code that was compiled with checks of the C library.
int __open_2(const char *path, int flags) { return open(path, flags); }
int __open64_2(const char *path, int flags) { return open64(path, flags); }
int __openat_2(int folder, const char *path, int flags) { return openat(folder, path, flags); }
int __openat64_2(int folder, const char *path, int flags) { return openat64(folder, path, flags); }

int creat(const char *path, mode_t mode) { return reported(AT_FDCWD, path, NEXT(creat)(path, mode)); }
int creat64(const char *path, mode_t mode) { return reported(AT_FDCWD, path, NEXT(creat64)(path, mode)); }

static FILE *reported_stream(const char *path, FILE *stream) {
    report_opening(AT_FDCWD, path, stream ? fileno(stream) : -1);
    return stream;
}

FILE *fopen(const char *path, const char *mode) { return reported_stream(path, NEXT(fopen)(path, mode)); }
FILE *fopen64(const char *path, const char *mode) { return reported_stream(path, NEXT(fopen64)(path, mode)); }

FILE *freopen(const char *path, const char *mode, FILE *stream) {
    return reported_stream(path, NEXT(freopen)(path, mode, stream));
}

FILE *freopen64(const char *path, const char *mode, FILE *stream) {
    return reported_stream(path, NEXT(freopen64)(path, mode, stream));
}

// Folders. The C library's own walks open them by functions of its own, which nobody can stand in front of.

DIR *opendir(const char *path) {
    DIR *folder = NEXT(opendir)(path);
    report_opening(AT_FDCWD, path, folder ? dirfd(folder) : -1);
    return folder;
}

int scandir(
    const char *path, struct dirent ***names, int (*filter)(const struct dirent *),
    int (*compare)(const struct dirent **, const struct dirent **)) {
    report_opening(AT_FDCWD, path, -1);
    return NEXT(scandir)(path, names, filter, compare);
}

int scandir64(
    const char *path, struct dirent64 ***names, int (*filter)(const struct dirent64 *),
    int (*compare)(const struct dirent64 **, const struct dirent64 **)) {
    report_opening(AT_FDCWD, path, -1);
    return NEXT(scandir64)(path, names, filter, compare);
}

FTS *fts_open(char *const *paths, int options, int (*compare)(const FTSENT **, const FTSENT **)) {
    for (char *const *path = paths; *path; path++) report_opening(AT_FDCWD, *path, -1);
    return NEXT(fts_open)(paths, options, compare);
}

FTS64 *fts64_open(char *const *paths, int options, int (*compare)(const FTSENT64 **, const FTSENT64 **)) {
    for (char *const *path = paths; *path; path++) report_opening(AT_FDCWD, *path, -1);
    return NEXT(fts64_open)(paths, options, compare);
}

int nftw(const char *path, __nftw_func_t visit, int descriptors, int flags) {
    report_opening(AT_FDCWD, path, -1);
    return NEXT(nftw)(path, visit, descriptors, flags);
}

int nftw64(const char *path, __nftw64_func_t visit, int descriptors, int flags) {
    report_opening(AT_FDCWD, path, -1);
    return NEXT(nftw64)(path, visit, descriptors, flags);
}
