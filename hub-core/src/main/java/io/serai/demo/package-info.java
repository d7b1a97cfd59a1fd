/**
 * The demo retailer Bramble &amp; Co: seeded data with the mess of real life, fakes of its shop, till, CRM and mail service,
 * and the story that runs the repository's own {@code config/} and {@code routes/} over them. The fakes are the demo's alone:
 * no real part is ever tested against them.
 */
package io.serai.demo;
