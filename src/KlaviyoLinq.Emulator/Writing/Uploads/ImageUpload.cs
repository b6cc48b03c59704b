using System.Text;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Images;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Uploads;

/// <summary>Uploads images as forms.</summary>
internal static class ImageUpload
{
    private const string File = "file";

    /// <summary>Creates the image of a form.</summary>
    internal static WriteAnswer Create(WriteCall call)
    {
        if (FormReader.Read(call.Body, call.ContentType) is not { } parts)
            return BodyFault.At("/data", "The body is not a form (multipart/form-data) with a boundary.");
        if ((CheckNames(call, parts) ?? CheckValues(parts)) is { } fault)
            return fault;
        FormPart file = Find(parts, File)!;
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("image")!, call.Ids.Next("image"));
        DefaultValues.Set(edit, call.Catalogue.FindResource("image")!, call.Now);
        edit.Set("name", ImageNames.Free(call.Store, Text(parts, "name") is { Length: > 0 } name ? name : ImageNames.OfFile(file.FileName)));
        edit.Set("hidden", IsTrue(Text(parts, "hidden")));
        ImageContent.Set(edit, ImageContent.FormatOf(file.Content.Span)!, file.Content.Length, call.Ids.Next("image"));
        StoredResource image = edit.Finish();
        call.Store.Add(image);
        return new WriteAnswer(call.Status, image);
    }

    private static ApiError? CheckNames(WriteCall call, IReadOnlyList<FormPart> parts)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (FormPart part in parts)
            if (call.Operation.Attributes.All(facts => facts.Name != part.Name))
                return BodyFault.At(Pointer(part.Name), $"'{part.Name}' is not a valid field for this request.");
            else if (!seen.Add(part.Name))
                return BodyFault.At(Pointer(part.Name), $"'{part.Name}' may be given only once.");
        return seen.Contains(File) ? null : BodyFault.At(Pointer(File), "'file' is a required field.");
    }

    private static ApiError? CheckValues(IReadOnlyList<FormPart> parts) =>
        ImageContent.FaultOf(Find(parts, File)!.Content.Span) is { } fault ? BodyFault.At(Pointer(File), fault)
        : Text(parts, "hidden") is { } hidden && !IsTrue(hidden) && !hidden.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? BodyFault.At(Pointer("hidden"), "Not a valid boolean.")
        : null;

    private static FormPart? Find(IReadOnlyList<FormPart> parts, string name) => parts.FirstOrDefault(part => part.Name == name);

    private static string? Text(IReadOnlyList<FormPart> parts, string name) =>
        Find(parts, name) is { } part ? Encoding.UTF8.GetString(part.Content.Span) : null;

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static string Pointer(string field) => "/data/attributes/" + BodyFault.Escaped(field);
}
