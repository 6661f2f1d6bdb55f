#ifndef OBSERVER_H
#define OBSERVER_H

/// To be called behind each attempt to open `path`, which is relative to the open folder `folder` unless it is absolute.
///
/// - `descriptor`: what was opened, or a negative number where that failed. Keeps `errno`.
__attribute__((visibility("hidden"))) void report_opening(int folder, const char *path, int descriptor);

/// To be called behind each question about `path`, such as whether it is there, with the answer: 0, or -1 and `errno`.
///
/// A file that is there and a path that is not are told like those that are opened; folders, which lie on many ways, are
/// not. Keeps `errno`.
__attribute__((visibility("hidden"))) void report_question(int folder, const char *path, int answer);

#endif
