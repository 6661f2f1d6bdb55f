#include "CSDPPeer.h"

#include <csdp/declarations.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// A block of a constraint with room for `count` entries; CSDP frees it in free_prob().
static struct sparseblock *new_block(int constraint, int number, int size, int count) {
    struct sparseblock *block = malloc(sizeof *block);
    block->next = NULL;
    block->nextbyblock = NULL;
    block->entries = malloc(sizeof(double) * (count + 1));
    block->iindices = malloc(sizeof(int) * (count + 1));
    block->jindices = malloc(sizeof(int) * (count + 1));
    block->numentries = count;
    block->blocknum = number;
    block->blocksize = size;
    block->constraintnum = constraint;
    block->issparse = 0;
    return block;
}

static void set(struct sparseblock *block, int entry, int row, int column, double value) {
    block->iindices[entry] = row;
    block->jindices[entry] = column;
    block->entries[entry] = value;
}

double relax(int n, const double *covariance, int k) {
    int pairs = n * (n - 1) / 2, size = 2 * pairs + 1, count = pairs + 2;
    struct blockmatrix C;
    C.nblocks = 2;
    C.blocks = malloc(sizeof(struct blockrec) * 3);
    C.blocks[1].blockcategory = MATRIX;
    C.blocks[1].blocksize = n;
    C.blocks[1].data.mat = malloc(sizeof(double) * n * n);
    for (int i = 0; i < n * n; i++) C.blocks[1].data.mat[i] = covariance[i];
    C.blocks[2].blockcategory = DIAG;
    C.blocks[2].blocksize = size;
    C.blocks[2].data.vec = calloc(size + 1, sizeof(double));

    double *sides = calloc(count + 1, sizeof(double));
    struct constraintmatrix *constraints = malloc(sizeof(struct constraintmatrix) * (count + 1));
    // The trace is 1.
    sides[1] = 1;
    constraints[1].blocks = new_block(1, 1, n, n);
    for (int i = 1; i <= n; i++) set(constraints[1].blocks, i, i, i, 1);
    // The entries above the diagonal, split by sign, add up to at most (k - 1) / 2.
    sides[2] = (k - 1) / 2.0;
    constraints[2].blocks = new_block(2, 2, size, size);
    for (int i = 1; i <= size; i++) set(constraints[2].blocks, i, i, i, 1);
    int pair = 0;
    for (int i = 1; i <= n; i++) {
        for (int j = i + 1; j <= n; j++) {
            pair++;
            struct sparseblock *entry = new_block(pair + 2, 1, n, 1);
            set(entry, 1, i, j, 0.5);
            entry->next = new_block(pair + 2, 2, size, 2);
            set(entry->next, 1, pair, pair, -1);
            set(entry->next, 2, pairs + pair, pairs + pair, 1);
            constraints[pair + 2].blocks = entry;
        }
    }

    struct blockmatrix X, Z;
    double *y, primal, dual;
    initsoln(n + size, count, C, sides, constraints, &X, &y, &Z);
    int status = easy_sdp(n + size, count, C, sides, constraints, 0, &X, &y, &Z, &primal, &dual);
    free_prob(n + size, count, C, sides, constraints, X, y, Z);
    return status == 0 ? primal : NAN;
}
