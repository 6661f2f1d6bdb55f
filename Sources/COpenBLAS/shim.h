#include <cblas-openblas.h>
#include <lapacke.h>
#include <stdlib.h>
#include <string.h>

/* Exported by builds of OpenBLAS that hold kernels for many processors. */
extern void gotoblas_dynamic_init(void) __attribute__((weak));
extern void gotoblas_dynamic_quit(void) __attribute__((weak));

/* OpenBLAS 0.3.21 (Debian 12) does not know the processors of 2023 and later by number, and gives those with
   AVX-512 the kernels for AVX2: products then run at two thirds of their speed. Chooses the kernels by what the
   processor can do. A choice by the environment stands; must not run beside a call of the library. */
static inline void openblas_use_wide_kernels(void) {
#if defined(__x86_64__)
    const char *core = openblas_get_corename();
    if (getenv("OPENBLAS_CORETYPE") || !gotoblas_dynamic_init || !gotoblas_dynamic_quit) return;
    if (strcmp(core, "Haswell") != 0 && strcmp(core, "Zen") != 0) return;
    if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512cd") ||
        !__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512dq") ||
        !__builtin_cpu_supports("avx512vl")) return;
    gotoblas_dynamic_quit();
    setenv("OPENBLAS_CORETYPE", "SKYLAKEX", 1);
    gotoblas_dynamic_init();
    unsetenv("OPENBLAS_CORETYPE");
#endif
}
