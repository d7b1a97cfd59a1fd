/** Proposals for config files: what a stream's fields probably mean, with the reason of each line. */
package io.serai.config.suggest;
