using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Forms: the live API takes versions with two steps at least, one of which shows the success.</summary>
internal sealed class FormKind : ResourceKind
{
    private const int LeastSteps = 2;

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body)
    {
        int at = 0;
        if (call.LiveRules)
            foreach (JsonElement version in body.Attributes.GetProperty("definition").GetProperty("versions").EnumerateArray())
            {
                if (version.GetProperty("steps").GetArrayLength() < LeastSteps)
                    return BodyFault.At(
                        string.Create(CultureInfo.InvariantCulture, $"/data/attributes/definition/versions/{at}/steps"), "A form needs at least two steps.");
                at++;
            }
        return null;
    }
}
