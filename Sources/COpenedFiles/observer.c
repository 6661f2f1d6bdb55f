#define _GNU_SOURCE
#include "observer.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "COpenedFiles.h"

static char root[PATH_MAX];
static char scratch[PATH_MAX];
static _Atomic(void (*)(const char *)) observer;
/// Whether this thread is telling the observer something: what that opens is not the program's.
static _Thread_local int is_telling;

void observe_opened_files(const char *new_root, const char *new_scratch, void (*new_observer)(const char *)) {
    if (atomic_load(&observer)) return;
    // A root that is not there cannot be opened below either; the path is taken as it is.
    if (!realpath(new_root, root)) snprintf(root, sizeof root, "%s", new_root);
    if (!realpath(new_scratch, scratch)) snprintf(scratch, sizeof scratch, "%s", new_scratch);
    atomic_store(&observer, new_observer);
}

/// What follows `folder` in `path`: `.` for the folder itself, NULL for a path that is not below it.
static const char *path_below(const char *folder, const char *path) {
    size_t length = strlen(folder);
    if (length == 0 || strncmp(folder, path, length) != 0) return NULL;
    if (path[length] == '\0') return ".";
    return path[length] == '/' ? path + length + 1 : NULL;
}

/// Reads a symbolic link; false where there is none.
static int read_link(const char *link, char target[PATH_MAX]) {
    ssize_t length = readlink(link, target, PATH_MAX - 1);
    if (length < 0) return 0;
    target[length] = '\0';
    return 1;
}

static int path_of_descriptor(int descriptor, char path[PATH_MAX]) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    return read_link(link, path);
}

/// Writes `folder/name`; false when that is too long.
static int join(const char *folder, const char *name, char path[PATH_MAX]) {
    return snprintf(path, PATH_MAX, "%s/%s", folder, name) < PATH_MAX;
}

static int absolute_path(int folder, const char *path, char absolute[PATH_MAX]) {
    char base[PATH_MAX];
    if (path[0] == '/') return snprintf(absolute, PATH_MAX, "%s", path) < PATH_MAX;
    if (folder == AT_FDCWD ? !getcwd(base, sizeof base) : !path_of_descriptor(folder, base)) return 0;
    return join(base, path, absolute);
}

/// Takes `.`, `..` and empty names out of an absolute path, by its text alone.
static void normalize(char *path) {
    char *end = path;
    for (char *name = path; *name != '\0';) {
        while (*name == '/') name++;
        size_t length = strcspn(name, "/");
        char *next = name + length;
        if (length == 2 && name[0] == '.' && name[1] == '.') {
            while (end > path && *--end != '/') {}
        } else if (length > 0 && !(length == 1 && name[0] == '.')) {
            *end++ = '/';
            memmove(end, name, length);
            end += length;
        }
        name = next;
    }
    if (end == path) *end++ = '/';
    *end = '\0';
}

/// Follows the links of a path of which the end may not exist.
static int followed_path(char path[PATH_MAX]) {
    char real[PATH_MAX], target[PATH_MAX], joined[PATH_MAX];
    // A link that leads to nothing: what it names is what the program wanted.
    for (int links = 0; links < 40 && read_link(path, target); links++) {
        char *slash = strrchr(path, '/');
        if (target[0] == '/') {
            strcpy(path, target);
        } else {
            *slash = '\0';
            if (!join(path, target, joined)) return 0;
            strcpy(path, joined);
        }
    }
    normalize(path);
    // The longest beginning that exists, with its links followed, then the rest as it is.
    for (size_t end = strlen(path); end > 0; end--) {
        if (path[end] != '\0' && path[end] != '/') continue;
        char kept = path[end];
        path[end] = '\0';
        int exists = realpath(path, real) != NULL;
        path[end] = kept;
        if (!exists) continue;
        int is_root = strcmp(real, "/") == 0;
        if (snprintf(joined, PATH_MAX, "%s%s", is_root ? "" : real, path + end) >= PATH_MAX) return 0;
        strcpy(path, joined);
        return 1;
    }
    return 1;
}

/// Tells the observer about a path that exists or not, if it lies below the root.
static void tell_path(const char *path) {
    void (*tell)(const char *) = atomic_load(&observer);
    const char *below = path_below(scratch, path) ? NULL : path_below(root, path);
    if (!below) return;
    is_telling = 1;
    tell(below);
    is_telling = 0;
}

/// Whether nobody wants to know what this thread opens now.
static int is_quiet(const char *path) { return !atomic_load(&observer) || is_telling || !path; }

void report_question(int folder, const char *path, int answer) {
    if (is_quiet(path) || path[0] == '\0') return;
    int error = errno;
    struct stat status;
    int is_file = answer == 0 && syscall(SYS_newfstatat, folder, path, &status, 0) == 0 && S_ISREG(status.st_mode);
    int is_missing = answer != 0 && (error == ENOENT || error == ENOTDIR || error == ELOOP);
    char real[PATH_MAX];
    if ((is_file || is_missing) && absolute_path(folder, path, real) && followed_path(real)) tell_path(real);
    errno = error;
}

void report_opening(int folder, const char *path, int descriptor) {
    if (is_quiet(path)) return;
    int error = errno;
    char real[PATH_MAX];
    int is_known = descriptor >= 0
        ? path_of_descriptor(descriptor, real)
        : absolute_path(folder, path, real) && followed_path(real);
    if (is_known) tell_path(real);
    errno = error;
}
