// The functions of the C library that ask about files, each in front of the C library's own.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "next.h"
#include "observer.h"

static int reported(int folder, const char *path, int answer) {
    report_question(folder, path, answer);
    return answer;
}

int stat(const char *path, struct stat *status) { return reported(AT_FDCWD, path, NEXT(stat)(path, status)); }
int stat64(const char *path, struct stat64 *status) { return reported(AT_FDCWD, path, NEXT(stat64)(path, status)); }
int lstat(const char *path, struct stat *status) { return reported(AT_FDCWD, path, NEXT(lstat)(path, status)); }
int lstat64(const char *path, struct stat64 *status) { return reported(AT_FDCWD, path, NEXT(lstat64)(path, status)); }

int fstatat(int folder, const char *path, struct stat *status, int flags) {
    return reported(folder, path, NEXT(fstatat)(folder, path, status, flags));
}

int fstatat64(int folder, const char *path, struct stat64 *status, int flags) {
    return reported(folder, path, NEXT(fstatat64)(folder, path, status, flags));
}

int statx(int folder, const char *path, int flags, unsigned int mask, struct statx *status) {
    return reported(folder, path, NEXT(statx)(folder, path, flags, mask, status));
}

int access(const char *path, int mode) { return reported(AT_FDCWD, path, NEXT(access)(path, mode)); }

int faccessat(int folder, const char *path, int mode, int flags) {
    return reported(folder, path, NEXT(faccessat)(folder, path, mode, flags));
}
