/** Who is who: identifiers, evidence, clusters and their explanation. Pure: no I/O, no SQL, no Camel. */
package io.serai.identity;
