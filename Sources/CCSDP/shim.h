#ifndef UNDETECTABLE_CCSDP_H
#define UNDETECTABLE_CCSDP_H

#include <csdp/blockmat.h>
#include <csdp/parameters.h>

#endif
