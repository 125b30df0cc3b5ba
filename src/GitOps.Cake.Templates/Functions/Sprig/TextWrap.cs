using System.Buffers;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Breaks a text into lines of a number of bytes, at blanks; line ends that it has already mean nothing.</summary>
internal static class TextWrap
{
    public static string Wrap(TemplateCall call, string text, long width, string lineEnd, bool cutsWords)
    {
        width = Math.Max(1, width);
        var bytes = GoBytes.Encode(text).AsSpan();
        var end = GoBytes.Encode(lineEnd);
        var output = new ArrayBufferWriter<byte>(bytes.Length + 1);
        while (bytes.Length > width)
        {
            if (bytes[0] == ' ')
            {
                bytes = bytes[1..];
                continue;
            }

            var (line, rest) = FirstLine(bytes, (int)width, cutsWords);
            output.Write(bytes[..line]);
            if (rest <= bytes.Length)
            {
                output.Write(end);
                call.Run.Reserve(end.Length);
                call.Run.CheckLength(output.WrittenCount);
            }

            bytes = bytes[Math.Min(rest, bytes.Length)..];
        }

        output.Write(bytes);
        return GoBytes.Decode(output.WrittenSpan);
    }

    // How long the next line is, and where the one behind it begins: past the end if there is none.
    private static (int Length, int Next) FirstLine(ReadOnlySpan<byte> bytes, int width, bool cutsWords)
    {
        var blank = bytes[..(width + 1)].LastIndexOf((byte)' ');
        if (blank >= 0)
            return (blank, blank + 1);
        if (cutsWords)
            return (width, width);

        // A word longer than a line goes on to its end.
        blank = bytes[width..].IndexOf((byte)' ');
        return blank < 0 ? (bytes.Length, bytes.Length + 1) : (width + blank, width + blank + 1);
    }
}
