/** The hub: component and the safe loading of routes. */
package io.serai.camel;
