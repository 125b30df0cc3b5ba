using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class EnvironmentFunctions
{
    public const string Names = "env expandenv getHostByName";

    public static TemplateFunction? Find(string name) => name switch
    {
        "env" => Signature.Of("s", static call => Read(call, call.Text(0))),
        "expandenv" => Signature.Of("s", static call => Expand(call, call.Text(0))),
        "getHostByName" => Signature.Of("s", static call => Address(call.Text(0))),
        _ => null,
    };

    // No variable can have an empty name or one with an equals sign, and .NET fails when asked for it.
    private static string Read(TemplateCall call, string name) =>
        name.Length == 0 || name.AsSpan().ContainsAny('=', '\0') ? "" : call.Run.Options.EnvironmentVariable(name) ?? "";

    private static string Expand(TemplateCall call, string text)
    {
        var output = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '$' || index + 1 == text.Length)
            {
                output.Append(text[index]);
                continue;
            }

            var name = Name(text.AsSpan(index + 1), out var used);
            if (name.Length > 0)
                output.Append(Read(call, name));
            else if (used == 0)
                output.Append('$');
            call.Run.CheckLength(output.Length);
            index += used;
        }

        return output.ToString();
    }

    // NAME, {NAME} or one of the shell's own signs. What is used up without giving a name is a mistake, and disappears.
    private static string Name(ReadOnlySpan<char> text, out int used)
    {
        if (text[0] == '{')
        {
            if (text is ['{', _, '}', ..] && IsShellSign(text[1]))
            {
                used = 3;
                return text[1].ToString();
            }

            var end = text.IndexOf('}');
            used = end < 0 ? 1 : end + 1;
            return end < 0 ? "" : text[1..end].ToString();
        }

        if (IsShellSign(text[0]))
        {
            used = 1;
            return text[0].ToString();
        }

        used = 0;
        while (used < text.Length && (char.IsAsciiLetterOrDigit(text[used]) || text[used] == '_'))
            used++;
        return text[..used].ToString();
    }

    private static bool IsShellSign(char sign) => sign is '*' or '#' or '$' or '@' or '!' or '?' or '-' or (>= '0' and <= '9');

    private static string Address(string name)
    {
        try
        {
            var addresses = Dns.GetHostAddresses(name);
            if (addresses.Length > 0)
                return addresses[Random.Shared.Next(addresses.Length)].ToString();
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            throw new TemplateFunctionException($"host {name} has no address: {exception.Message}", exception);
        }

        throw new TemplateFunctionException($"host {name} has no address");
    }
}
