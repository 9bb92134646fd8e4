/* The order in which batches are painted: those of one kind and gray one after the other, texts last, wherever that
 * changes nothing on paper. A PDF takes three numbers for a change of gray, six and two operators for going back to
 * text. */
#ifndef KIN_WRITE_ORDER_H
#define KIN_WRITE_ORDER_H

#include "write/batch.h"

/* Put the batches in order: texts stay in the order in which they are read, and so do inks of different gray that meet.
 * What then stands side by side with the same ink becomes one. */
void kin_batches_sort(struct batches *batches);

#endif
