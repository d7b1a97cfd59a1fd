/**
 * What people's records say, made comparable: values are parsed once into small immutable objects, and compared by levels
 * from "different" to "same". Pure and without state; uses no other package of Serai.
 */
package io.serai.identity.compare;
