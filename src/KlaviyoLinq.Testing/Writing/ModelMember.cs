using System.Reflection;

namespace KlaviyoLinq.Testing.Writing;

/// <summary>A property of a model class and its name on the wire.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Property">The property.</param>
/// <param name="IsDiscriminator">Indicates whether its value identifies the alternative.</param>
internal sealed record ModelMember(string Name, PropertyInfo Property, bool IsDiscriminator);
