/** Records as sources send them: change detection, and the mappings that give them meaning. */
package io.serai.record;
