/** Moving data: runs, checkpoints, plans, the ledger, delivery and rejections. */
package io.serai.sync;
