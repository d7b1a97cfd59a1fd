/** Proposes identity rules from what records say. Pure: sees values, keeps hashes and counts. */
package io.serai.identity.advice;
