using System.Net;
using System.Net.Sockets;
using GitOps.Cake.Templates.Functions;

namespace GitOps.Cake.Templates.Certificates;

internal static class Addresses
{
    public static List<IPAddress> Read(TemplateCall call, IReadOnlyList<object?>? texts)
    {
        var addresses = new List<IPAddress>();
        foreach (var text in texts ?? [])
        {
            addresses.Add(Read(text as string ?? throw new TemplateFunctionException($"error parsing ip: {call.Print(text)} is not a string")));
        }

        return addresses;
    }

    // .NET also takes 1, 0x7f.1, zones and brackets for addresses; Go does not.
    private static IPAddress Read(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            var isPlain = address.AddressFamily == AddressFamily.InterNetwork
                ? address.ToString() == text
                : !text.AsSpan().ContainsAny('%', '[', ']');
            if (isPlain)
                return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        }

        throw new TemplateFunctionException($"error parsing ip: {text}");
    }
}
