#ifndef OBSERVER_H
#define OBSERVER_H

/// To be called behind each attempt to open `path`, which is relative to the open folder `folder` unless it is absolute.
///
/// - `descriptor`: what was opened, or a negative number where that failed. Keeps `errno`.
__attribute__((visibility("hidden"))) void report_opening(int folder, const char *path, int descriptor);

#endif
