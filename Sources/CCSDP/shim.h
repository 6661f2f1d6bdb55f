// CSDP's easy_sdp() reads a file param.csdp from the current folder, prints, and leaves the process where a
// parameter is wrong. This calls the solver behind it, sdp(), with the work space that it asks for, and says
// nothing. Indices count from 1, as CSDP's do.
#ifndef UNDETECTABLE_CCSDP_H
#define UNDETECTABLE_CCSDP_H

#include <csdp/blockmat.h>
#include <csdp/parameters.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// CSDP's own declarations.h declares BLAS without prototypes, which clashes with everybody else's. What is used
// of it, as its version 6.2 has it:
extern void initsoln(int, int, struct blockmatrix, double *, struct constraintmatrix *, struct blockmatrix *,
                     double **, struct blockmatrix *);
extern void alloc_mat(struct blockmatrix, struct blockmatrix *);
extern void alloc_mat_packed(struct blockmatrix, struct blockmatrix *);
extern void free_mat(struct blockmatrix);
extern void free_mat_packed(struct blockmatrix);
extern void makefill(int, struct blockmatrix, struct constraintmatrix *, struct constraintmatrix *,
                     struct blockmatrix, int);
extern void sort_entries(int, struct blockmatrix, struct constraintmatrix *);
extern double pinfeas(int, struct constraintmatrix *, struct blockmatrix, double *, double *);
extern double dinfeas(int, struct blockmatrix, struct constraintmatrix *, double *, struct blockmatrix,
                      struct blockmatrix);
extern int sdp(int, int, struct blockmatrix, double *, double, struct constraintmatrix *,
               struct sparseblock **, struct constraintmatrix, struct blockmatrix, double *,
               struct blockmatrix, struct blockmatrix, struct blockmatrix, double *, double *,
               struct blockmatrix, struct blockmatrix, struct blockmatrix, double *, double *, double *,
               double *, double *, double *, double *, double *, double *, struct blockmatrix, double *,
               struct blockmatrix, struct blockmatrix, double *, double *, struct blockmatrix,
               struct blockmatrix, double *, double *, double *, int, struct paramstruc);

// max <C, X> over positive semidefinite X with one dense block and one diagonal one, <A_i, X> = a_i.
typedef struct {
    int order;              // of the dense block, 1 or more
    int diagonal;           // entries of the diagonal block, 1 or more
    const double *objective;  // C in the dense block, order * order; C is 0 in the other one
    int constraints;
    const double *sides;    // a, one a constraint
    const int *starts;      // entries starts[i] ..< starts[i + 1] are those of constraint i, from 0
    const int *blocks;      // of each entry: 1 dense, 2 diagonal; the dense ones of a constraint come first
    const int *rows;        // of each entry, from 1
    const int *columns;     // of each entry, at least its row; the row itself in the diagonal block
    const double *values;   // of each entry
    int iteration_limit;
    double tolerance;       // of the relative gap and both relative infeasibilities
} CCSDPProblem;

typedef struct {
    int status;             // CSDP's return code: 0 solved; -1 where memory is missing
    double primal, dual;    // the two values, of which the optimum lies between
    double primal_infeasibility, dual_infeasibility;  // relative
} CCSDPResult;

static inline void ccsdp_free_constraints(struct constraintmatrix *constraints, int count) {
    if (!constraints) return;
    for (int i = 1; i <= count; i++) {
        struct sparseblock *block = constraints[i].blocks;
        while (block) {
            struct sparseblock *next = block->next;
            free(block->entries);
            free(block->iindices);
            free(block->jindices);
            free(block);
            block = next;
        }
    }
    free(constraints);
}

// The entries first ..< last of the problem as one block of constraint `number`, or NULL.
static inline struct sparseblock *ccsdp_block(const CCSDPProblem *problem, int number, int first, int last) {
    int count = last - first;
    struct sparseblock *block = (struct sparseblock *)calloc(1, sizeof *block);
    if (!block) return NULL;
    block->blocknum = problem->blocks[first];
    block->blocksize = block->blocknum == 1 ? problem->order : problem->diagonal;
    block->constraintnum = number;
    block->numentries = count;
    block->entries = (double *)malloc(sizeof(double) * (size_t)(count + 1));
    block->iindices = (int *)malloc(sizeof(int) * (size_t)(count + 1));
    block->jindices = (int *)malloc(sizeof(int) * (size_t)(count + 1));
    if (block->entries && block->iindices && block->jindices) {
        memcpy(block->entries + 1, problem->values + first, sizeof(double) * (size_t)count);
        memcpy(block->iindices + 1, problem->rows + first, sizeof(int) * (size_t)count);
        memcpy(block->jindices + 1, problem->columns + first, sizeof(int) * (size_t)count);
        // Whether the solver treats the block as dense: the rule of easy_sdp(), which was tuned by hand.
        double k = problem->constraints, size = block->blocksize, entries = count;
        block->issparse =
            block->blocknum == 2 || count <= 5 || k * entries * entries <= 0.125 * size * size * size;
        return block;
    }
    free(block->entries);
    free(block->iindices);
    free(block->jindices);
    free(block);
    return NULL;
}

// The constraints, with the blocks of the same number chained from one constraint to the next.
static inline struct constraintmatrix *ccsdp_constraints(const CCSDPProblem *problem,
                                                         struct sparseblock *first_of[3]) {
    int k = problem->constraints;
    struct constraintmatrix *constraints =
        (struct constraintmatrix *)calloc((size_t)k + 1, sizeof *constraints);
    if (!constraints) return NULL;
    struct sparseblock *last_of[3] = {NULL, NULL, NULL};
    for (int i = 1; i <= k; i++) {
        struct sparseblock **link = &constraints[i].blocks;
        int entry = problem->starts[i - 1], end = problem->starts[i];
        while (entry < end) {
            int number = problem->blocks[entry], last = entry;
            while (last < end && problem->blocks[last] == number) last++;
            struct sparseblock *block = ccsdp_block(problem, i, entry, last);
            if (!block) {
                ccsdp_free_constraints(constraints, k);
                return NULL;
            }
            *link = block;
            link = &block->next;
            if (last_of[number]) last_of[number]->nextbyblock = block;
            else first_of[number] = block;
            last_of[number] = block;
            entry = last;
        }
    }
    return constraints;
}

// C as CSDP stores it, or no blocks where memory is missing.
static inline struct blockmatrix ccsdp_objective(const CCSDPProblem *problem) {
    struct blockmatrix objective = {2, (struct blockrec *)calloc(3, sizeof(struct blockrec))};
    size_t squares = (size_t)problem->order * (size_t)problem->order;
    double *dense = (double *)malloc(sizeof(double) * squares);
    double *diagonal = (double *)calloc((size_t)problem->diagonal + 1, sizeof(double));
    if (!objective.blocks || !dense || !diagonal) {
        free(objective.blocks);
        free(dense);
        free(diagonal);
        objective.blocks = NULL;
        return objective;
    }
    memcpy(dense, problem->objective, sizeof(double) * squares);
    objective.blocks[1].blockcategory = MATRIX;
    objective.blocks[1].blocksize = problem->order;
    objective.blocks[1].data.mat = dense;
    objective.blocks[2].blockcategory = DIAG;
    objective.blocks[2].blocksize = problem->diagonal;
    objective.blocks[2].data.vec = diagonal;
    return objective;
}

// What sdp() wants to work in: vectors one after the other, and the matrix of its equations.
static inline CCSDPResult ccsdp_run(const CCSDPProblem *problem, struct blockmatrix C,
                                    struct constraintmatrix *constraints, struct sparseblock *first_of[3],
                                    double *vectors, size_t length, double *equations, double *solution) {
    int n = problem->order + problem->diagonal, k = problem->constraints;
    double *v[16];
    for (int i = 0; i < 16; i++) v[i] = vectors + (size_t)i * length;
    double *sides = v[0];
    memcpy(sides + 1, problem->sides, sizeof(double) * (size_t)k);
    struct blockmatrix X, Z, work1, work2, work3, bestx, bestz, cholx, cholz, Zi, dZ, dX;
    double *y = NULL;
    initsoln(n, k, C, sides, constraints, &X, &y, &Z);
    alloc_mat(C, &work1);
    alloc_mat(C, &work2);
    alloc_mat(C, &work3);
    alloc_mat(C, &Zi);
    alloc_mat(C, &dZ);
    alloc_mat(C, &dX);
    alloc_mat_packed(C, &bestx);
    alloc_mat_packed(C, &bestz);
    alloc_mat_packed(C, &cholx);
    alloc_mat_packed(C, &cholz);
    struct constraintmatrix fill;
    makefill(k, C, constraints, &fill, work1, 0);
    sort_entries(k, C, constraints);

    double tolerance = problem->tolerance;
    struct paramstruc parameters = {
        .axtol = tolerance, .atytol = tolerance, .objtol = tolerance, .pinftol = 1e8, .dinftol = 1e8,
        .maxiter = problem->iteration_limit, .minstepfrac = 0.9, .maxstepfrac = 0.97, .minstepp = 1e-8,
        .minstepd = 1e-8, .usexzgap = 1, .tweakgap = 0, .affine = 0, .perturbobj = 1, .fastmode = 0,
    };
    CCSDPResult result = {0};
    result.status = sdp(n, k, C, sides, 0, constraints, first_of, fill, X, y, Z, cholx, cholz,
                        &result.primal, &result.dual, work1, work2, work3, v[1], v[2], v[3], v[4], v[5], v[6],
                        v[7], v[8], v[9], bestx, v[10], bestz, Zi, equations, v[11], dZ, dX, v[12], v[13],
                        v[14], 0, parameters);
    result.primal_infeasibility = pinfeas(k, constraints, X, sides, v[1]);
    result.dual_infeasibility = dinfeas(k, C, constraints, y, Z, work1);
    memcpy(solution, X.blocks[1].data.mat,
           sizeof(double) * (size_t)problem->order * (size_t)problem->order);

    free_mat(X);
    free_mat(Z);
    free(y);
    free_mat(work1);
    free_mat(work2);
    free_mat(work3);
    free_mat(Zi);
    free_mat(dZ);
    free_mat(dX);
    free_mat_packed(bestx);
    free_mat_packed(bestz);
    free_mat_packed(cholx);
    free_mat_packed(cholz);
    for (struct sparseblock *block = fill.blocks; block;) {
        struct sparseblock *next = block->next;
        free(block->entries);
        free(block->iindices);
        free(block->jindices);
        free(block);
        block = next;
    }
    return result;
}

// Solves the problem; writes the dense block of X, order * order, to `solution`.
//
// One call at a time: op_o() of CSDP 6.2 keeps its work space in a static variable.
static inline CCSDPResult ccsdp_solve(const CCSDPProblem *problem, double *solution) {
    CCSDPResult result = {.status = -1};
    int n = problem->order + problem->diagonal, k = problem->constraints;
    size_t length = (size_t)(n > k ? n : k) + 2;
    // The leading dimension is odd, as sdp() assumes.
    size_t leading = (size_t)k | 1;
    struct sparseblock *first_of[3] = {NULL, NULL, NULL};
    struct blockmatrix objective = ccsdp_objective(problem);
    struct constraintmatrix *constraints = ccsdp_constraints(problem, first_of);
    double *vectors = (double *)calloc(16 * length, sizeof(double));
    double *equations = (double *)malloc(sizeof(double) * leading * leading);
    if (objective.blocks && constraints && vectors && equations) {
        result = ccsdp_run(problem, objective, constraints, first_of, vectors, length, equations, solution);
    }
    free(equations);
    free(vectors);
    ccsdp_free_constraints(constraints, k);
    if (objective.blocks) free_mat(objective);
    return result;
}

#endif
