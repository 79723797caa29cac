/** Who is asking and what they may do: accounts, login, roles and the security of every path. */
@NullMarked
package dev.haetae.api.account;

import org.jspecify.annotations.NullMarked;
