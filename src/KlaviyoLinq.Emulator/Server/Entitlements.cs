using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>
/// Operations that the live API refused to a private key although it has the scopes. That OAuth tokens have the entitlements, and that reading needs none,
/// is assumed. The details are quoted.
/// </summary>
internal static class Entitlements
{
    internal static ApiError? Check(OperationFacts operation) => operation switch
    {
        WriteFacts when operation.Path.StartsWith("/api/webhooks", StringComparison.Ordinal) => new(
            403, "permission_denied", "You do not have permission to perform this action.", "You must have Advanced KDP enabled") { Pointer = "/data/" },
        WriteFacts { Family: WriteFamily.Create, ResourceType: "object-type" } =>
            new(403, "forbidden", "Forbidden.", "Entitlement to create object type not found.") { Pointer = "/data/" },
        _ => null,
    };
}
