package dev.haetae.api.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the published contract says of all calls. */
@Configuration
class OpenApiSettings {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI contract() {
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info()
                        .title("Haetae")
                        .version("v1")
                        .description(
                                "Submit code, have it judged, follow it live. Errors are RFC 9457 problem details.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes(BEARER, token))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
