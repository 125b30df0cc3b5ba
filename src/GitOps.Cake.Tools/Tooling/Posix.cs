using System.Runtime.InteropServices;

namespace GitOps.Cake.Tooling;

/// <summary>Calls of the operating system that .NET has no method for. They do nothing on Windows.</summary>
internal static class Posix
{
    public const int SigInt = 2;
    public const int SigKill = 9;

    private const int AtCurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint OwnerMask = 0x8;
    private const int OwnerOffset = 20;

    public static void Send(int processId, int signal)
    {
        if (!OperatingSystem.IsWindows())
            _ = Kill(processId, signal);
    }

    /// <summary>Whether a file or folder, itself and not what it links to, belongs to the user of this process.</summary>
    public static bool IsOwn(string path)
    {
        if (!OperatingSystem.IsLinux())
            return !Environment.IsPrivilegedProcess;

        var status = new byte[256];
        return StatX(AtCurrentFolder, path, NoFollow, OwnerMask, status) == 0
            && BitConverter.ToUInt32(status, OwnerOffset) == EffectiveUser();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "statx", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] status);
}
