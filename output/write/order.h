/* The order in which batches are painted: those of one kind and gray one after the other, texts last, wherever that
 * changes nothing on paper. A PDF takes three numbers for a change of gray, six and two operators for going back to
 * text. */
#ifndef KIN_WRITE_ORDER_H
#define KIN_WRITE_ORDER_H

#include "write/batch.h"

/* May the two change places? Not texts, which stay in the order in which they are read, and not inks of different gray
 * that meet. */
bool kin_batches_commute(const struct batch *a, const struct batch *b);

/* Put the batches in order; what then stands side by side with the same ink becomes one. */
void kin_batches_sort(struct batches *batches);

#endif
