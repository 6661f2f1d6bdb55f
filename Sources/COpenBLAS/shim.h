#include <cblas-openblas.h>
#include <lapacke.h>
