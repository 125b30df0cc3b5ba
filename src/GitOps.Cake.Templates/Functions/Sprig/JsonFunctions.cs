using GitOps.Cake.Templates.Json;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>The plain functions swallow mistakes: what is no JSON reads as nil, and what JSON cannot write becomes the empty text.</summary>
internal static class JsonFunctions
{
    public const string Names = "fromJson mustFromJson toJson mustToJson toPrettyJson mustToPrettyJson toRawJson mustToRawJson";

    public static TemplateFunction? Find(string name) => name switch
    {
        "fromJson" => Signature.Of("s", static call => TryRead(call)),
        "mustFromJson" => Signature.Of("s", static call => Read(call)),
        "toJson" => Signature.Of("a", static call => TryWrite(call, GoJsonForm.Compact)),
        "mustToJson" => Signature.Of("a", static call => Write(call, GoJsonForm.Compact)),
        "toPrettyJson" => Signature.Of("a", static call => TryWrite(call, GoJsonForm.Pretty)),
        "mustToPrettyJson" => Signature.Of("a", static call => Write(call, GoJsonForm.Pretty)),
        "toRawJson" or "mustToRawJson" => Signature.Of("a", static call => Write(call, GoJsonForm.Raw)),
        _ => null,
    };

    private static object? Read(TemplateCall call)
    {
        call.Run.Reserve(call.Text(0).Length);
        return GoJson.Read(call.Text(0));
    }

    private static object? TryRead(TemplateCall call)
    {
        try
        {
            return Read(call);
        }
        catch (GoJsonException)
        {
            return null;
        }
    }

    private static string Write(TemplateCall call, GoJsonForm form)
    {
        call.Check(call[0]);
        return GoJson.Write(call[0], form);
    }

    private static string TryWrite(TemplateCall call, GoJsonForm form)
    {
        try
        {
            return Write(call, form);
        }
        catch (GoValueException)
        {
            return "";
        }
    }
}
