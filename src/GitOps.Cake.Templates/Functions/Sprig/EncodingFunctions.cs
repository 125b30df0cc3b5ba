using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>A broken text is no error: the decoder's complaint is the result.</summary>
internal static class EncodingFunctions
{
    public const string Names = "b64enc b64dec b32enc b32dec";

    public static TemplateFunction? Find(string name) => name switch
    {
        "b64enc" => Signature.Of("s", static call => Convert.ToBase64String(GoBytes.Encode(call.Text(0)))),
        "b64dec" => Signature.Of("s", static call => GoBase64.TryDecode(call.Text(0), out var bytes, out var problem) ? GoBytes.Decode(bytes) : problem),
        "b32enc" => Signature.Of("s", static call => GoBase32.Encode(GoBytes.Encode(call.Text(0)))),
        "b32dec" => Signature.Of("s", static call => GoBase32.TryDecode(call.Text(0), out var bytes, out var problem) ? GoBytes.Decode(bytes) : problem),
        _ => null,
    };
}
