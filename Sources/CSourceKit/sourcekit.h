// The types of sourcekitd's C API that are passed by value. Swift cannot declare them; the functions are
// looked up in the toolchain's libsourcekitdInProc when the engine runs, so nothing is linked.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef void *sourcekit_uid;
typedef void *sourcekit_object;
typedef void *sourcekit_response;
typedef struct { uint64_t data[3]; } sourcekit_variant;
