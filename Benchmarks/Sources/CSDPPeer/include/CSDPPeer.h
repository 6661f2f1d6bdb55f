#ifndef UNDETECTABLE_CSDP_PEER_H
#define UNDETECTABLE_CSDP_PEER_H

// The largest <S, X> of X of trace 1 with |X| adding up to at most k, by easy_sdp() of CSDP; NaN if it fails.
double relax(int order, const double *covariance, int sparsity);

#endif
