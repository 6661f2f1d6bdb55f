#ifndef COPENED_FILES_H
#define COPENED_FILES_H

/// Tells `observer` each path below `root` that this process opens from now on: files, and folders that are listed. So
/// are files that it only asks about, and paths where it asks and nothing is.
///
/// The functions of the C library that do so stand in this library too, in front of the C library's own, which
/// they call: so files that other libraries open are seen as well. A path is told when the call returns, whether it
/// succeeded or not, relative to `root` and with symbolic links followed; `.` is the root itself.
///
/// What lies below `scratch` is not told, even where that is below `root`. Only the first call has an effect.
///
/// - `observer` is called on the thread that opens, with `errno` kept.
void observe_opened_files(const char *root, const char *scratch, void (*observer)(const char *path));

#endif
