/**
 * Tests of the whole platform, started once by the real launcher on a fresh data folder, with the
 * demonstration data and a clock that can be moved.
 *
 * <p>Three kinds. <em>Over HTTP</em>: {@code @ExtendWith(WithPlatform.class)} and a parameter of
 * type {@link org.subhasta.system.TestPlatform}. <em>In a browser</em>: the same and
 * {@link org.subhasta.system.Browser}. <em>At the doors</em>, inside the server: a class in
 * {@code org.subhasta.system.doors} that extends {@link org.subhasta.system.DoorTest}.
 *
 * <p>One class alone: {@code mvn verify -pl procurement-ear -am -Dtest=none
 * -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=HomeIT}.
 */
package org.subhasta.system;
