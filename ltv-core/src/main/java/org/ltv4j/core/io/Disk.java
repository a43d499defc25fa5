package org.ltv4j.core.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The steps of an atomic write that a disk may fail at, so that tests can make each of them fail. */
interface Disk {
    /** The file system itself. */
    Disk REAL = new Disk() {};

    /** A file that is being written. */
    interface NewFile extends Closeable {
        OutputStream stream();

        void force() throws IOException;
    }

    /** Makes a file that was not there before. */
    default NewFile create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream stream = Channels.newOutputStream(channel);
        return new NewFile() {
            @Override
            public OutputStream stream() {
                return stream;
            }

            @Override
            public void force() throws IOException {
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** Lets nobody read a new file who may not read the one that it is to replace, from its first byte on. */
    default void permit(Path file, Path target) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target) && Files.exists(file)) {
            Files.setPosixFilePermissions(file, old.readAttributes().permissions());
        }
    }

    /** Puts one file in the place of another in one step. */
    default void replace(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes the new name last; where folders cannot be forced (Windows) the file system does so by itself. */
    default void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file is complete and in its place; only its name could still be lost in a power cut
        }
    }
}
