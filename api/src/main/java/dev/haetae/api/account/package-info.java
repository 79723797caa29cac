/** Who is asking and what they may do: accounts, login, roles and the security of every path. */
@ApplicationModule(displayName = "Account", allowedDependencies = "web")
@NullMarked
package dev.haetae.api.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
