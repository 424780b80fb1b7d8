"""``proposeModel``."""

from datetime import date

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, field, input_field, input_type, object_type
from services.api.graphql.model.types import ModelVersion, version_types
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.errors import invalid
from services.core.tenancy.sent import judge
from services.core.tenancy.versions import find_version, propose


@input_type(description="One file of a model.")
class ModelFileInput:
    """A file."""

    name: str = input_field(
        description="Its name in the municipality's directory, for example `meetings/network.toml`."
    )
    content: str = input_field(description="Its text.")


@input_type(description="A whole model, as the files of a municipality's directory.")
class ProposeModelInput:
    """A model."""

    files: list[ModelFileInput] = input_field(description="All its files.")
    wanted_from: date | None = input_field(
        description="The Danish day before which it must not apply.", default=None
    )


@object_type(description="A mistake in a model.")
class ModelFinding:
    """A mistake."""

    file: str = field(description="The file.", personal=False)
    line: int = field(description="The line, from 1.", personal=False)
    path: str = field(description="The place in the file, for example `levels[2].name`.", personal=False)
    code: str = field(description="What kind of mistake; stable.", personal=False)
    message: str = field(description="The mistake in the session's language.", personal=False)


@object_type(description="The proposed version, or what is wrong with the model.")
class ProposeModelPayload:
    """A proposal."""

    version: ModelVersion | None = field(
        description="The proposed version; what it was already where it says the same.",
        personal=True,
        default=None,
    )
    findings: list[ModelFinding] | None = field(
        description="Every mistake at once; with one, nothing is proposed. Null where there is none.",
        personal=False,
        default=None,
    )
    errors: list[UserErrorType] = errors_field()


@mutation(
    description="Propose a changed model. It applies when others have approved it, as the version in force demands.",
    who=ADMINISTRATORS,
)
async def propose_model(info: Info, input: ProposeModelInput) -> ProposeModelPayload:
    """The check is the command's `tenant check`."""
    judged = await judge({one.name: one.content for one in input.files})
    if judged.model is None:
        language = info.context.language
        findings = [
            ModelFinding(
                file=one.file, line=one.line, path=one.path, code=one.code, message=one.message(language)
            )
            for one in judged.findings
        ]
        return ProposeModelPayload(findings=findings)
    tx = info.context.write
    if judged.model.tenant.id != tx.actor.tenant_slug:
        raise invalid("model.another_tenant", "input", "files")
    proposed = await propose(tx, judged.model, author=tx.actor.known_person, wanted_from=input.wanted_from)
    (found,) = await version_types(info, [await find_version(tx, proposed.id)])
    return ProposeModelPayload(version=found)
