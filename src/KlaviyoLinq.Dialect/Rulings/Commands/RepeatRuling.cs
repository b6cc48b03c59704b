using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>The class of one request by the effect of sending it twice: the operation's, unless the body appends to a value.</summary>
internal static class RepeatRuling
{
    internal static RepeatClass Of(CommandForm form) =>
        form.Operation.Repeat != RepeatClass.Unsafe && form.Data is { } data && Appends(data) ? RepeatClass.Unsafe : form.Operation.Repeat;

    // A second append of the same value appends it twice.
    private static bool Appends(BodyTerm term) => term switch
    {
        BodyArray array => array.Items.Any(Appends),
        BodyObject body => body.Members.Any(member => member.Name switch
        {
            "meta" => AppendsIn(member.Value),
            "attributes" => AppendsIn(((member.Value as BodyObject)?.Find("meta")) ?? member.Value) || Nested(member.Value),
            _ => Appends(member.Value),
        }),
        _ => false,
    };

    private static bool Nested(BodyTerm attributes) =>
        attributes is BodyObject body && body.Members.Any(member => member.Value is BodyObject holder && holder.Find("data") is { } data && Appends(data));

    private static bool AppendsIn(BodyTerm meta) =>
        meta is BodyObject body
        && body.Find("patch_properties") is BodyObject patch
        && patch.Find("append") is BodyObject { Members.Count: > 0 } or BodyUnknown;
}
