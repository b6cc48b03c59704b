using System.Text;

namespace KlaviyoLinq.Forms;

/// <summary>Counts the bytes of a part of the body as UTF-8 without escapes, which is the least that any writer needs.</summary>
internal static class BodyMeasure
{
    internal static int Bytes(BodyTerm term) => term switch
    {
        BodyObject body => 2 + Commas(body.Members.Count) + body.Members.Sum(member => Text(member.Name) + 1 + Bytes(member.Value)),
        BodyArray array => 2 + Commas(array.Items.Count) + array.Items.Sum(Bytes),
        BodyText text => Text(text.Value),
        BodyNumber number => number.Text.Length,
        BodyBoolean flag => flag.Value ? 4 : 5,
        BodyNull => 4,
        _ => 0,
    };

    internal static int Text(string value) => Encoding.UTF8.GetByteCount(value) + 2;

    private static int Commas(int count) => Math.Max(0, count - 1);
}
