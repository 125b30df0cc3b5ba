using System.Collections.Concurrent;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Generators;

namespace GitOps.Cake.Templates.Passwords;

/// <summary>
/// The keys that passwords are derived from. One takes a tenth of a second and 32 MiB on purpose; production repositories derive hundreds of
/// passwords from one master password, in files that every sub-helmfile reads anew, so each key is made once.
/// </summary>
internal static class MasterKeys
{
    private const int Cost = 32768;
    private const int BlockSize = 8;
    private const int Parallel = 2;
    private const int KeyLength = 64;
    // Far more than a helmfile has, and little enough for a process that reads hostile ones for days.
    private const int Most = 256;

    // By a hash, so that no password is kept.
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Known = new(StringComparer.Ordinal);

    public static byte[] Of(byte[] password, byte[] salt)
    {
        if (Known.Count >= Most)
            Known.Clear();

        byte[] both = [.. BitConverter.GetBytes(password.Length), .. password, .. salt];
        return Known.GetOrAdd(Convert.ToHexString(SHA256.HashData(both)), static (_, inputs) => new(() => Make(inputs.password, inputs.salt)), (password, salt)).Value;
    }

    private static byte[] Make(byte[] password, byte[] salt) => SCrypt.Generate(password, salt, Cost, BlockSize, Parallel, KeyLength);
}
